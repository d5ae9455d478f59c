/** Files on their way in: declared with `uploadPurpose`, chosen in an `UploadField`, attached to a module's row. */
export { attachUploads, endUploads, type OnItsWay, onTheirWay, takePosted } from './attaching.ts'
export { uploadTasks } from './jobs.ts'
export { type Arrived, acceptOf, uploadPurpose } from './purpose.ts'
export { uploadsTopic } from './receiving.ts'
export { uploads } from './routes.ts'
export { problemSentence } from './texts.ts'
