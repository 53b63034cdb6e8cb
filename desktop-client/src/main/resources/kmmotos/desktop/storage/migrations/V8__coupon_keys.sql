-- The keys by which head office signs coupons.
create table coupon_key (
    key_id varchar(8) primary key,
    public_key varchar(200) not null,
    revoked boolean not null
);
