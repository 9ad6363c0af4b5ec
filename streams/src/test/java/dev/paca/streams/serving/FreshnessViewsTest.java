package dev.paca.streams.serving;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.paca.reports.AgencyKind;
import dev.paca.streams.freshness.FreshnessTable;
import dev.paca.streams.query.FreshnessView;
import dev.paca.streams.query.QueryRefused;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class FreshnessViewsTest {
  @Test
  void theLongestSilentProvinceIsFirstAndOneThatNeverReportedBeforeAll() {
    FreshnessView view = FixtureFreshness.view(Optional.empty(), Optional.empty());

    assertThat(view.today()).isEqualTo("2025-12-20");
    assertThat(view.provinces()).hasSize(34);
    assertThat(view.provinces().get(0).province()).isEqualTo("01");
    assertThat(view.provinces().get(0).freshness()).isNull();
    assertThat(view.provinces().stream().skip(1))
        .extracting(row -> row.freshness().receivedDaysAgo())
        .isSortedAccordingTo((a, b) -> Long.compare(b, a));
  }

  @Test
  void whatAnOlderProvincesAgencyReportedIsItsSuccessors() {
    FreshnessView.ProvinceRow canTho = province("can tho");

    assertThat(canTho.province()).isEqualTo("92");
    assertThat(canTho.agencies())
        .extracting(FreshnessView.Agency::agency)
        .containsExactly("cong-an-tinh-94", "thanh-tra-tinh-92", "cong-an-tinh-92");
    assertThat(canTho.freshness().occurredOn()).isEqualTo("2025-12-18");
    assertThat(canTho.freshness().receivedDaysAgo()).isEqualTo(1);
    assertThat(canTho.freshness().byType()).containsExactly(Map.entry("audits", 6L));
    assertThat(canTho.unnamedAgencies()).isEqualTo(3);
  }

  @Test
  void anExpectedKindThatNeverReportedIsShownAsSuch() {
    List<FreshnessView.Kind> kinds = province("92").kinds();

    assertThat(kinds).filteredOn(kind -> kind.agencyKind().equals("COURT")).hasSize(1);
    assertThat(kinds)
        .filteredOn(kind -> kind.freshness() == null)
        .allMatch(FreshnessView.Kind::expected)
        .extracting(FreshnessView.Kind::agencyKind)
        .contains("COURT", "PROCURACY")
        .doesNotContain("POLICE", "STATE_AUDIT");
  }

  @Test
  void oneAgencyIsFoundWhereverItReports() {
    FreshnessView view = FixtureFreshness.view(Optional.empty(), Optional.of("cong-an-tinh-94"));

    assertThat(view.provinces()).hasSize(1);
    assertThat(view.provinces().get(0).province()).isEqualTo("92");
    assertThat(view.provinces().get(0).kinds()).hasSize(1);
  }

  @Test
  void whatDoesNotExistIsRefusedWithWhatWouldBeRight() {
    assertThatThrownBy(() -> FixtureFreshness.view(Optional.of("Sóc Trăng"), Optional.empty()))
        .isInstanceOf(QueryRefused.class)
        .hasMessageContaining("part of Cần Thơ (92) since 2025-07-01");
    assertThatThrownBy(() -> FixtureFreshness.view(Optional.of("x"), Optional.empty()))
        .hasMessageContaining("GSO code");
    assertThatThrownBy(() -> FixtureFreshness.view(Optional.empty(), Optional.of("x")))
        .hasMessageContaining("no agency x");
  }

  @Test
  void aClockThatIsAheadMakesNobodyReportInTheFuture() {
    FreshnessTable table =
        new FreshnessTable(
            List.of(
                FixtureFreshness.entry(
                    "92",
                    "2025-12-20",
                    AgencyKind.COURT,
                    "toa-an",
                    FixtureFreshness.NOW.plusSeconds(90_000))),
            Map.of(),
            Map.of());
    FreshnessView view = FixtureFreshness.view(table, Optional.of("92"), Optional.of("toa-an"));
    assertThat(view.provinces().get(0).freshness().receivedDaysAgo()).isZero();
    assertThat(Instant.parse(view.provinces().get(0).freshness().receivedAt()))
        .isAfter(FixtureFreshness.NOW);
  }

  private static FreshnessView.ProvinceRow province(String text) {
    return FixtureFreshness.view(Optional.of(text), Optional.empty()).provinces().get(0);
  }
}
