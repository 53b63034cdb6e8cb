package kmmotos.simulation.network;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import kmmotos.desktop.neighbours.Answer;
import kmmotos.desktop.neighbours.Ask;
import kmmotos.desktop.neighbours.KnownTill;
import kmmotos.model.stores.DeviceId;
import kmmotos.model.stores.Till;
import kmmotos.model.sync.Policy;
import kmmotos.simulation.chain.Shops;

/// The networks of the chain's shops, on which the tills of each find each other.
public final class ShopNetwork {

    /// A machine on a shop's network.
    public interface Member {

        Till till();

        boolean isUp();

        /// @throws kmmotos.desktop.neighbours.NeighbourUnreachable if it is down, or breaks
        Answer answer(KnownTill visitor, Ask ask);
    }

    private final Map<DeviceId, KnownTill> known = new HashMap<>();
    private final List<Member> members = new ArrayList<>();

    public ShopNetwork(Shops shops) {
        shops.tills().forEach(till -> known.put(till.deviceId(), known(till)));
    }

    private static KnownTill known(Till till) {
        return KnownTill.from(new Policy.TillChanged(till, Shops.publicKey(till), false));
    }

    public void join(Member member) {
        members.add(member);
    }

    public KnownTill known(DeviceId device) {
        return Objects.requireNonNull(known.get(device), "a till of the chain");
    }

    /// The other tills of a till's shop, as head office told of them.
    public List<KnownTill> neighbours(Till of) {
        return known.values().stream()
                .filter(till -> till.till().storeId().equals(of.storeId()))
                .filter(till -> !till.till().equals(of))
                .sorted(Comparator.comparingInt(till -> till.till().number()))
                .toList();
    }

    /// The machines that answer for a till now: two, if a copy of it runs.
    List<Member> running(DeviceId device) {
        return members.stream()
                .filter(member -> member.till().deviceId().equals(device) && member.isUp())
                .toList();
    }
}
