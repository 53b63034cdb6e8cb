package kmmotos.server.sync;

import kmmotos.model.stores.Till;
import kmmotos.model.sync.Event;
import kmmotos.model.sync.JournalEntry;

/// An event that the server has for the first time and understands.
///
/// @param till whose journal it came in
public record NewEvent(Till till, JournalEntry entry, Event event) {}
