package kmmotos.simulation.mutants;

import java.io.IOException;
import java.io.OutputStream;
import java.time.Duration;
import java.util.UUID;
import kmmotos.desktop.sync.Reply;
import kmmotos.desktop.sync.SyncProgress;
import kmmotos.model.leases.CardBalance;
import kmmotos.model.leases.CouponText;
import kmmotos.model.leases.LeaseAnswer;
import kmmotos.model.leases.LeaseRequest;
import kmmotos.model.pricing.PriceList;
import kmmotos.model.sync.Cursor;
import kmmotos.model.sync.FeedPage;
import kmmotos.model.sync.StateDigest;
import kmmotos.model.sync.UploadAnswer;
import kmmotos.model.sync.UploadBatch;
import kmmotos.simulation.till.Line;

/// A till's line, for a mutant to break.
class WholeLine implements Line {

    private final Line whole;

    WholeLine(Line whole) {
        this.whole = whole;
    }

    @Override
    public Reply<UploadAnswer> upload(UploadBatch batch) {
        return whole.upload(batch);
    }

    @Override
    public Reply<FeedPage> feed(Cursor cursor, Duration wait) {
        return whole.feed(cursor, wait);
    }

    @Override
    public Reply<Long> snapshot(UUID incarnation, OutputStream into, SyncProgress progress)
            throws IOException {
        return whole.snapshot(incarnation, into, progress);
    }

    @Override
    public Reply<StateDigest> digest(UUID incarnation) {
        return whole.digest(incarnation);
    }

    @Override
    public Reply<LeaseAnswer> lease(LeaseRequest request) {
        return whole.lease(request);
    }

    @Override
    public Reply<LeaseAnswer.Standing> renewLeases() {
        return whole.renewLeases();
    }

    @Override
    public Reply<CardBalance> giftCard(UUID cardId) {
        return whole.giftCard(cardId);
    }

    @Override
    public Reply<CouponText> coupon(String code) {
        return whole.coupon(code);
    }

    @Override
    public Reply<PriceList> priceList(String id) {
        return whole.priceList(id);
    }
}
