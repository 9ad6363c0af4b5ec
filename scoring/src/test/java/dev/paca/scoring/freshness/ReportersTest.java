package dev.paca.scoring.freshness;

import static org.assertj.core.api.Assertions.assertThat;

import dev.paca.reports.ReportStatus;
import dev.paca.scoring.ReportSamples;
import dev.paca.scoring.province.Province;
import dev.paca.scoring.province.Provinces;
import dev.paca.scoring.report.Filed;
import dev.paca.scoring.report.Report;
import dev.paca.scoring.report.ReportKey;
import dev.paca.scoring.report.ReportType;
import dev.paca.scoring.report.Revisions;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;

class ReportersTest {
  private static final Provinces PROVINCES = Provinces.standard();
  private static final LocalDate DAY = LocalDate.of(2025, 6, 1);

  private final Map<ReportKey, Revisions> ledger = new HashMap<>();
  private final Reporters reporters = new Reporters(PROVINCES);
  private final Set<Province> touched = new HashSet<>();
  private int scans;
  private long offset;

  @Test
  void theNewestIsToldByWhenItOccurredAndByWhenItArrived() {
    file(1, 1, DAY.plusDays(9), "94", false);
    file(2, 1, DAY, "94", false);

    Freshness freshness = only("94", DAY);
    assertThat(freshness.occurredOn()).isEqualTo(DAY.plusDays(9));
    assertThat(freshness.receivedAt()).isEqualTo(2_000);
    assertThat(freshness.reports()).containsExactly(Map.entry(ReportType.AUDITS, 2L));
  }

  @Test
  void whatWasTakenBackIsNotFresh() {
    file(1, 1, DAY, "94", false);
    file(2, 1, DAY.plusDays(9), "94", false);
    file(2, 2, DAY.plusDays(9), "94", true);

    Freshness freshness = only("94", DAY);
    assertThat(freshness.occurredOn()).isEqualTo(DAY);
    assertThat(freshness.receivedAt()).isEqualTo(1_000);

    file(1, 2, DAY, "94", true);
    assertThat(of("94", DAY)).isEmpty();
  }

  @Test
  void aCorrectionMovesAReportToItsProvince() {
    file(1, 1, DAY, "94", false);
    touched.clear();
    file(1, 2, DAY, "92", false);

    assertThat(of("94", DAY)).isEmpty();
    assertThat(only("92", DAY).receivedAt()).isEqualTo(2_000);
    assertThat(touched).extracting(Province::code).containsExactlyInAnyOrder("92", "94");
  }

  @Test
  void aCodeThatWasUsedAgainIsTwoProvinces() {
    LocalDate later = LocalDate.of(2025, 7, 2);
    file(1, 1, DAY, "91", false);
    file(2, 1, later, "91", false);

    assertThat(only("91", DAY).occurredOn()).isEqualTo(DAY);
    assertThat(only("91", later).occurredOn()).isEqualTo(later);
  }

  @Test
  void whatIsNotKnownAnyMoreIsLookedUp() {
    int reports = 3 * Highest.KEPT;
    for (int id = 0; id < reports; id++) {
      file(id, 1, DAY.plusDays(id), "94", false);
    }
    for (int id = reports - 1; id > 0; id--) {
      file(id, 2, DAY.plusDays(id), "94", true);
      assertThat(only("94", DAY).occurredOn()).isEqualTo(DAY.plusDays(id - 1L));
    }
    assertThat(scans).as("not at every retraction").isBetween(1, 3);
  }

  /** Few days and reports, so that most are corrected, moved or taken back; many arrivals. */
  @Property(tries = 300)
  void itIsWhatAScanOfTheLedgerSays(@ForAll long seed) {
    Random random = new Random(seed);
    ledger.clear();
    Reporters fresh = new Reporters(PROVINCES);
    for (int i = 0; i < 150; i++) {
      Revisions now =
          revisions(
              random.nextInt(25),
              i,
              DAY.plusDays(random.nextInt(60)),
              random.nextInt(5) == 0 ? "92" : "94",
              random.nextInt(3) == 0);
      fresh.replace(Optional.ofNullable(ledger.put(now.key(), now)), now, province -> {});
      if (random.nextInt(10) == 0) {
        fresh.recall(each -> ledger.values().forEach(each));
        Reporters scanned = new Reporters(PROVINCES);
        ledger.values().forEach(scanned::add);
        for (Province province : scanned.provinces()) {
          assertThat(fresh.of(province)).isEqualTo(scanned.of(province));
        }
      }
    }
  }

  private void file(int id, long revision, LocalDate day, String province, boolean retracted) {
    Revisions now = revisions(id, revision, day, province, retracted);
    reporters.replace(Optional.ofNullable(ledger.put(now.key(), now)), now, touched::add);
  }

  private Revisions revisions(
      int id, long revision, LocalDate day, String province, boolean retracted) {
    offset++;
    return Revisions.of(
        Filed.of(
            Report.of(
                ReportSamples.audit()
                    .setReportId("r" + id)
                    .setRevision(revision)
                    .setStatus(retracted ? ReportStatus.RETRACTED : ReportStatus.REPORTED)
                    .setProvince(province)
                    .setOccurredOn(day)
                    .build()),
            offset * 1_000,
            0,
            offset));
  }

  private Map<Reporter, Freshness> of(String province, LocalDate day) {
    reporters.recall(
        each -> {
          scans++;
          ledger.values().forEach(each);
        });
    return reporters.of(PROVINCES.resolve(province, day).orElseThrow());
  }

  private Freshness only(String province, LocalDate day) {
    Map<Reporter, Freshness> all = of(province, day);
    assertThat(all).hasSize(1);
    return all.values().iterator().next();
  }
}
