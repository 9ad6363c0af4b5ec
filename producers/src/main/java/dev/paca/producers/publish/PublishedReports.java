package dev.paca.producers.publish;

import dev.paca.scoring.report.Report;
import dev.paca.scoring.report.ReportKey;
import java.util.HashMap;
import java.util.Map;
import java.util.OptionalLong;
import org.apache.avro.specific.SpecificRecord;

/**
 * What is published already under the keys of a batch of reports, so that publishing the batch
 * again publishes nothing new. The rule, for one report of the batch:
 *
 * <ul>
 *   <li>It states a revision: it is published when a report with its key, revision and content is.
 *   <li>It states none: it is published when its content, or that of the batch's last report with
 *       its key and no revision, is the content that counts now, which is that of the highest
 *       revision under the key (the broker's time being the revision of a report without one). The
 *       batch's last is asked because it supersedes the others: of a file with two versions of a
 *       report neither is new when the second one counts.
 * </ul>
 */
public final class PublishedReports {
  private final Map<String, PublishedReport> byKey = new HashMap<>();
  private final Map<String, Fingerprint> lastOfBatch = new HashMap<>();

  /** Takes note of a report of the batch; all of them, in order, before the topic is read. */
  public void expect(SpecificRecord report) {
    String key = Report.of(report).key().kafkaKey();
    byKey.computeIfAbsent(key, first -> new PublishedReport());
    if (Report.of(report).revision().isEmpty()) {
      lastOfBatch.put(key, Fingerprint.of(report));
    }
  }

  boolean expects(String key) {
    return byKey.containsKey(key);
  }

  /** Adds a report from the topic. */
  void add(String key, SpecificRecord report, long publishedAt) {
    byKey.get(key).add(report, publishedAt);
  }

  /** Adds a report of the batch that is being published now. */
  public void publishing(SpecificRecord report, long now) {
    byKey.get(Report.of(report).key().kafkaKey()).addNow(report, now);
  }

  /** Whether publishing a report of the batch would say nothing new. */
  public boolean contains(SpecificRecord report) {
    ReportKey key = Report.of(report).key();
    PublishedReport published = byKey.get(key.kafkaKey());
    OptionalLong revision = Report.of(report).revision();
    Fingerprint content = Fingerprint.of(report);
    if (revision.isPresent()) {
      return published.has(revision.getAsLong(), content);
    }
    return published.isLatest(content) || published.isLatest(lastOfBatch.get(key.kafkaKey()));
  }
}
