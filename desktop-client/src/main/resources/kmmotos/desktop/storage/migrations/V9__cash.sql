-- What was put into a drawer and taken out of it without a sale.
create table cash_movement (
    movement_id uuid primary key,
    shift_id uuid not null,
    number int not null,
    body varchar(100000) not null
);
create index cash_movement_shift on cash_movement (shift_id, number);
-- Shifts that were left here to go on at another till of the shop.
create table left_shift (
    goes_on_as uuid primary key,
    shift_id uuid not null,
    handed_to uuid
);
