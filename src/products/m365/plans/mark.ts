/** How the mark of every account that Schoolplein made begins (`employeeId`, sixteen signs at most). */
export const MARK = 'sp'
