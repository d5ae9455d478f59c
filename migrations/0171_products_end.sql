-- When a contract ends everything of a product goes (docs/decisions/0074), also rows that went only with another one until now.
grant delete on site_security_contact, absence, m365_account, m365_group, m365_plan to schoolplein_app;
