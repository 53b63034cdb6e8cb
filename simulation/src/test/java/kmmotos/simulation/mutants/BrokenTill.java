package kmmotos.simulation.mutants;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Function;
import kmmotos.desktop.journal.Disk;
import kmmotos.desktop.journal.DiskFile;
import kmmotos.desktop.journal.FaultyDisk;
import kmmotos.desktop.sync.SyncTables;
import kmmotos.desktop.sync.TillTables;
import kmmotos.simulation.disk.MemoryDisk;
import org.jspecify.annotations.Nullable;

/// Tills that break a rule.
final class BrokenTill {

    private BrokenTill() {}

    /// Nothing is ever forced to the disk.
    static Disk withoutForce(MemoryDisk whole) {
        return new FaultyDisk(
                whole,
                new FaultyDisk.Fault() {
                    @Override
                    public void force(DiskFile file, boolean withLength) {
                        // Left out on purpose.
                    }
                });
    }

    /// The cursor is kept in a transaction of its own, before the page it stands after.
    static TillTables movingTheCursorFirst(TillTables whole) {
        return new TillTables() {
            @Override
            public <T> T inTransaction(Function<SyncTables, T> work) {
                List<Consumer<SyncTables>> pages = new ArrayList<>();
                T result = whole.inTransaction(tables -> work.apply(holding(tables, pages)));
                if (!pages.isEmpty()) {
                    whole.write(tables -> pages.forEach(page -> page.accept(tables)));
                }
                return result;
            }

            @Override
            public <T> T read(Function<SyncTables, T> work) {
                return whole.read(work);
            }
        };
    }

    private static SyncTables holding(SyncTables tables, List<Consumer<SyncTables>> pages) {
        return (SyncTables)
                Proxy.newProxyInstance(
                        SyncTables.class.getClassLoader(),
                        new Class<?>[] {SyncTables.class},
                        (_, method, arguments) -> {
                            if (method.getName().equals("update")) {
                                pages.add(later -> call(later, method, arguments));
                                return null;
                            }
                            return call(tables, method, arguments);
                        });
    }

    private static @Nullable Object call(SyncTables tables, Method method, Object[] arguments) {
        try {
            return method.invoke(tables, arguments);
        } catch (InvocationTargetException e) {
            if (e.getCause() instanceof Error crash) {
                throw crash;
            }
            throw (RuntimeException) java.util.Objects.requireNonNull(e.getCause());
        } catch (IllegalAccessException e) {
            throw new IllegalStateException(e);
        }
    }
}
