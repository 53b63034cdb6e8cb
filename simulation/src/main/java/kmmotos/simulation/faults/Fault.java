package kmmotos.simulation.faults;

/// What can befall a chain.
public enum Fault {
    /// A request never reaches the server.
    REQUEST_LOST(Place.LINE),
    /// The server does what it was asked, and nobody hears.
    ANSWER_LOST(Place.LINE),
    /// The server is asked twice.
    DOUBLED(Place.LINE),
    /// A request arrives after newer ones.
    LATE(Place.LINE),
    /// The server has too much to do.
    BUSY(Place.LINE),
    /// A message is altered on its way.
    GARBLED(Place.LINE),
    /// A batch is larger than something on its way lets through.
    TOO_LARGE(Place.LINE),
    /// What arrives is not what was sent: cut off, altered, or packed so that it swells.
    GARBAGE(Place.LINE),
    /// Requests arrive for hours or days, and no answer comes back.
    ONE_WAY(Place.LINE),
    /// Nothing passes for hours or days.
    CUT(Place.LINE),

    /// The till's program ends at some point of its work.
    TILL_KILLED(Place.TILL),
    /// The till's machine ends, and what was not forced to the disk is gone.
    POWER_CUT(Place.TILL),
    DISK_FULL(Place.TILL),
    DISK_READ_ONLY(Place.TILL),
    FSYNC_FAILS(Place.TILL),
    /// One bit of the journal turns over.
    JOURNAL_BIT_FLIP(Place.TILL),
    /// The database can't be opened.
    DATABASE_LOST(Place.TILL),
    /// A figure in the database is another one, and nobody notices.
    DATABASE_DAMAGED(Place.TILL),
    /// One bit of the database turns over, and the program finds the file damaged.
    DATABASE_BIT_FLIP(Place.TILL),
    CLOCK_JUMPS(Place.TILL),
    CLOCK_DRIFTS(Place.TILL),
    /// The till's clock is set an hour on or back, as for summer time.
    SUMMER_TIME(Place.TILL),
    /// The till's folder is put back from an old copy.
    TILL_SET_BACK(Place.TILL),
    /// The till's whole disk, with what lies beside the folder, is put back from an old copy.
    DISK_SET_BACK(Place.TILL),
    /// Two tills run from one disk's image.
    TILL_CLONED(Place.TILL),
    /// The till writes what the server can't read or can't book.
    POISON(Place.TILL),
    /// The till's program is too old for what the server tells.
    STALE_PROGRAM(Place.TILL),
    /// The till's program is some versions older than the server.
    OLD_VERSION(Place.TILL),

    /// What a till asks of another till of its shop never arrives.
    QUESTION_LOST(Place.SHOP),
    /// Another till of the shop does what it was asked, and this one does not hear.
    NEIGHBOUR_ANSWER_LOST(Place.SHOP),
    /// Another till of the shop is asked again later what it was asked before.
    QUESTION_REPEATED(Place.SHOP),
    /// A till hears nothing of the shop's others for hours or days.
    SHOP_CUT(Place.SHOP),

    SERVER_KILLED(Place.SERVER),
    /// The server is away for hours; then all tills come back in the same second.
    HERD(Place.SERVER),
    /// The server is put back from a backup.
    SERVER_SET_BACK(Place.SERVER),
    /// A standby without the newest transactions takes over.
    FAILOVER(Place.SERVER);

    /// Those of one message.
    public boolean isOfAMessage() {
        return place == Place.LINE && this != ONE_WAY && this != CUT;
    }

    /// Those of one question to another till.
    public boolean isOfAQuestion() {
        return place == Place.SHOP && this != SHOP_CUT;
    }

    /// Where it happens.
    public enum Place {
        LINE,
        TILL,
        SHOP,
        SERVER
    }

    private final Place place;

    Fault(Place place) {
        this.place = place;
    }

    public Place place() {
        return place;
    }
}
