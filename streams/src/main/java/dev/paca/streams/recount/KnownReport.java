package dev.paca.streams.recount;

import dev.paca.scoring.province.Provinces;
import dev.paca.scoring.report.Filed;
import dev.paca.scoring.report.ReportKey;
import dev.paca.scoring.report.Revisions;
import java.util.Optional;

/** What the committed input holds of one report: what its ledger partition knows. */
public final class KnownReport {
  private Optional<Revisions> revisions = Optional.empty();

  private KnownReport() {}

  /**
   * The revisions that are kept of it; empty where nothing was accepted under its key. Reads the
   * whole topic.
   *
   * @throws InputUnavailable naming what cannot be reached or read
   */
  public static Optional<Revisions> of(CommittedInput input, ReportKey key) {
    String topic = key.type().topic();
    Admission admission = new Admission(Provinces.standard(), input.partitions(topic));
    KnownReport known = new KnownReport();
    input.read(
        topic,
        entry -> {
          if (entry.key().filter(key.kafkaKey()::equals).isPresent()) {
            admission.admit(entry).ifPresent(known::file);
          }
        });
    return known.revisions;
  }

  private void file(Filed filed) {
    revisions = Optional.of(Revisions.file(revisions, filed).now());
  }
}
