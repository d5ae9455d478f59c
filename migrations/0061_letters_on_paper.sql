-- Which letters left together on paper: so that the office can print them once more, or say that they did not go after all.
alter table attention_item add column letter_batch uuid;
create index attention_item_letter on attention_item (organisation_id, letter_batch) where letter_batch is not null;
