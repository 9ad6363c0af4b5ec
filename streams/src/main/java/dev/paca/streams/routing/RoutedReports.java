package dev.paca.streams.routing;

import dev.paca.internal.LedgerEntry;
import dev.paca.scoring.report.ReportKey;
import dev.paca.scoring.report.ReportType;
import dev.paca.scoring.report.Revisions;
import dev.paca.streams.evidence.ReportSource;
import dev.paca.streams.query.BehindView;
import dev.paca.streams.store.AvroCodec;
import dev.paca.streams.store.LedgerEntries;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;

/** All instances' stores, read for one question. Not safe for use by several threads at once. */
final class RoutedReports implements ReportSource {
  private final Routing routing;
  private final AvroCodec<LedgerEntry> codec = new AvroCodec<>(LedgerEntry.class);
  private final List<BehindView.Part> behind = new ArrayList<>();
  private Deadline deadline;

  RoutedReports(Routing routing) {
    this.routing = routing;
  }

  @Override
  public void scan(Consumer<Revisions> each) {
    scan(EnumSet.allOf(ReportType.class), each);
  }

  @Override
  public void scan(Set<ReportType> types, Consumer<Revisions> each) {
    read(new StoreQuestion.Reports(types), each);
  }

  @Override
  public void scan(Set<ReportType> types, Set<String> provinces, Consumer<Revisions> each) {
    read(new StoreQuestion.Reports(types, Optional.of(provinces)), each);
  }

  @Override
  public Optional<Revisions> report(ReportKey key) {
    return read(new StoreQuestion.OneReport(key)).stream().findFirst();
  }

  @Override
  public List<Revisions> matter(String matterId) {
    return read(new StoreQuestion.OneMatter(matterId));
  }

  private List<Revisions> read(StoreQuestion question) {
    List<Revisions> found = new ArrayList<>();
    read(question, found::add);
    return found;
  }

  private void read(StoreQuestion question, Consumer<Revisions> each) {
    if (deadline == null) {
      deadline = new Deadline(routing.deadline(), routing.nanos());
    }
    new Rounds(routing, question, deadline)
        .read(
            shard -> {
              shard.behindMs().ifPresent(ms -> wasBehind(question.store(), shard.partition(), ms));
              shard.read(value -> each.accept(LedgerEntries.revisions(codec.decode(value))));
            });
  }

  private void wasBehind(String store, int partition, long ageMs) {
    behind.removeIf(part -> part.store().equals(store) && part.partition() == partition);
    behind.add(new BehindView.Part(store, partition, ageMs));
    behind.sort(
        Comparator.comparing(BehindView.Part::store).thenComparing(BehindView.Part::partition));
  }

  @Override
  public Optional<BehindView> behind() {
    return BehindView.of(behind);
  }

  @Override
  public boolean timeToReadAgain() {
    return deadline == null || deadline.early();
  }
}
