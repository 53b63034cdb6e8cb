-- The address that a guest left with an order: with the order's number it shows them the order again, on any device. Not
-- in the document, which goes to tills.
alter table customer_order add column contact_email text;
