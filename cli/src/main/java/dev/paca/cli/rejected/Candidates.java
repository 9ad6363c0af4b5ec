package dev.paca.cli.rejected;

import dev.paca.problems.Problem;
import dev.paca.problems.ProblemCode;
import dev.paca.producers.form.Filled;
import dev.paca.producers.form.ReportForm;
import dev.paca.producers.form.ReportRules;
import dev.paca.rejections.Rejected;
import dev.paca.scoring.province.Provinces;
import dev.paca.scoring.report.Filed;
import dev.paca.scoring.report.Report;
import dev.paca.scoring.report.ReportCheck;
import dev.paca.scoring.report.ReportType;
import dev.paca.settings.ClientSettings;
import dev.paca.settings.Settings;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.common.serialization.Serializer;

/** What may be replayed: judged by the rules of gateway, files and intake, as of now. */
record Candidates(Settings settings, ReportRules rules) {
  private static final String MEND =
      "; mend it: paca rejected show ID --out FILE, then replay ID --file FILE";

  /**
   * The report in the file.
   *
   * @throws Refused with everything that is wrong
   */
  Candidate mended(Rejected rejected, MendedFile file) {
    ReportType type = ReportType.ofTopic(rejected.getTopic()).orElseThrow();
    Filled filled = ReportForm.of(type).fill(file.entries(), rules);
    if (filled instanceof Filled.Refused refused) {
      throw new Refused(refused.problems());
    }
    SpecificRecord report = ((Filled.Complete) filled).report();
    try (Serializer<SpecificRecord> serializer = ClientSettings.valueSerializer(settings)) {
      return new Candidate(report, serializer.serialize(type.topic(), report), true);
    }
  }

  /**
   * The report as it came, where nothing is wrong with it: it stood in the wrong partition or had
   * no key, the registry did not know its schema then, its day was still to come.
   *
   * @throws Refused with everything that is wrong
   */
  Candidate asItCame(Rejected rejected) {
    Original original = Original.of(rejected, settings);
    if (original instanceof Original.Unreadable unreadable) {
      throw new Refused("", unreadable.code(), unreadable.reason() + MEND);
    }
    SpecificRecord body = ((Original.Legible) original).body();
    List<Problem> problems =
        ReportCheck.check(body, Provinces.standard(), Filed.dateOf(rules.clock().millis()));
    if (!problems.isEmpty()) {
      throw new Refused(problems);
    }
    checkKey(rejected, Report.of(body));
    return new Candidate(body, Rejection.bytes(rejected.getValue()).orElseThrow(), false);
  }

  // Key and report contradict each other: a person must say which is right.
  private static void checkKey(Rejected rejected, Report report) {
    String expected = report.key().kafkaKey();
    Rejection.bytes(rejected.getKey())
        .map(key -> new String(key, StandardCharsets.UTF_8))
        .filter(found -> !found.equals(expected))
        .ifPresent(
            found -> {
              throw new Refused(
                  "",
                  ProblemCode.KEY_MISMATCH,
                  "the key of this report is " + expected + ", not " + found + MEND);
            });
  }
}
