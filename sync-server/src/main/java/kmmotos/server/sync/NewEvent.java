package kmmotos.server.sync;

import kmmotos.model.sync.Event;
import kmmotos.model.sync.JournalEntry;

/// An event that the server has for the first time and understands.
public record NewEvent(JournalEntry entry, Event event) {}
