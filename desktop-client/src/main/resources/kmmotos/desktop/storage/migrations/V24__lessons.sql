-- How lessons in training went: no facts, only a help.
create table lesson_result (
    staff_id uuid not null,
    lesson varchar(40) not null,
    at timestamp(9) with time zone not null,
    seconds int not null,
    keys_pressed int not null,
    mistakes int not null
);
create index lesson_result_person on lesson_result (staff_id, lesson, at);
