package dev.paca.streams.recount;

import static org.assertj.core.api.Assertions.assertThat;

import dev.paca.reports.Audit;
import dev.paca.topics.Topics;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/**
 * What is folded is what was asked for: all, up to a day, as known at a time, by another rubric.
 */
class RecountTest {
  private static final LocalDate JUNE = LocalDate.parse("2022-06-30");

  private final MemoryInput input =
      new MemoryInput()
          .rubric("2022-01-01T00:00:00Z", 1)
          .audit("2022-06-01T00:00:00Z", "A-1", 1, "2022-05-31", 3)
          .audit("2022-07-01T00:00:00Z", "A-2", 1, "2022-06-30", 10)
          .audit("2022-07-02T00:00:00Z", "A-3", 1, "2022-07-01", 20);

  @Test
  void everythingCountsWhereNothingIsSaid() {
    Recount recount = Recount.of(input, Recount.Options.NOW);

    assertThat(points(recount)).isEqualTo("33.00");
    assertThat(recount.reports()).isEqualTo(3);
    assertThat(recount.turnedAway()).isZero();
    assertThat(recount.covered()).isEqualTo(Map.of("paca.audits-0", 3L));
    assertThat(recount.fold().ledger()).hasSize(3);
    assertThat(recount.rubrics().get(2022).getVersion()).isEqualTo(1);
  }

  @Test
  void untilADayCountsWhatOccurredOnItToo() {
    Recount recount = Recount.of(input, Recount.Options.NOW.until(JUNE));

    assertThat(points(recount)).isEqualTo("13.00");
    assertThat(recount.reports()).isEqualTo(3);
    assertThat(recount.fold().ledger()).hasSize(3);
  }

  @Test
  void aReportMovedBehindTheDayDoesNotReturnWithAnEarlierRevision() {
    input.audit("2022-08-01T00:00:00Z", "A-2", 2, "2022-07-15", 10);

    assertThat(points(Recount.of(input, Recount.Options.NOW.until(JUNE)))).isEqualTo("3.00");
  }

  @Test
  void aReportMovedBeforeTheDayCountsAsItsLatestRevisionSays() {
    input.audit("2022-08-01T00:00:00Z", "A-3", 2, "2022-06-15", 21);

    assertThat(points(Recount.of(input, Recount.Options.NOW.until(JUNE)))).isEqualTo("34.00");
  }

  @Test
  void whatConflictsWithARevisionLeftOutDoesNotTakeItsPlace() {
    input.audit("2022-08-01T00:00:00Z", "A-3", 1, "2022-06-15", 50);

    assertThat(points(Recount.of(input, Recount.Options.NOW.until(JUNE)))).isEqualTo("13.00");
  }

  @Test
  void atATimeOnlyWhatWasKnownThenIsRead() {
    Recount.Options then = Recount.Options.NOW.at(Instant.parse("2022-07-01T00:00:00Z"));
    List<Long> seen = new ArrayList<>();

    Recount recount = Recount.of(input, then, entry -> seen.add(entry.offset()));

    assertThat(points(recount)).isEqualTo("13.00");
    assertThat(recount.covered()).isEqualTo(Map.of("paca.audits-0", 2L));
    assertThat(seen).containsExactly(0L, 1L);
  }

  @Test
  void atATimeACorrectionThatCameLaterIsNotKnown() {
    Recount.Options then =
        Recount.Options.NOW.at(Instant.parse("2022-07-31T00:00:00Z")).until(JUNE);
    input.audit("2022-08-01T00:00:00Z", "A-2", 2, "2022-07-15", 10);

    assertThat(points(Recount.of(input, then))).isEqualTo("13.00");
  }

  @Test
  void whatStandsBehindALaterRecordWasNotKnownEvenIfAClockWentBack() {
    input.audit("2022-06-15T00:00:00Z", "A-4", 1, "2022-06-14", 40);

    assertThat(
            points(
                Recount.of(input, Recount.Options.NOW.at(Instant.parse("2022-06-20T00:00:00Z")))))
        .isEqualTo("3.00");
  }

  @Test
  void theRubricLastPublishedByThenIsInForce() {
    input.rubric("2022-07-10T00:00:00Z", 2);
    Instant before = Instant.parse("2022-07-09T23:59:59.999Z");

    assertThat(points(Recount.of(input, Recount.Options.NOW))).isEqualTo("66.00");
    assertThat(points(Recount.of(input, Recount.Options.NOW.at(before)))).isEqualTo("33.00");
  }

  @Test
  void aRubricPublishedAgainIsInForceAgain() {
    input.rubric("2022-07-10T00:00:00Z", 2).rubric("2022-07-11T00:00:00Z", 1);

    assertThat(points(Recount.of(input, Recount.Options.NOW))).isEqualTo("33.00");
  }

  @Test
  void aVersionNumberWithOtherContentIsNotAdopted() {
    input.rubric("2022-07-10T00:00:00Z", 1, "\n# another content\n");

    Recount recount = Recount.of(input, Recount.Options.NOW);

    assertThat(recount.rubrics().get(2022).getYaml()).doesNotContain("another content");
  }

  @Test
  void anotherRubricTakesThePlaceOfItsYears() {
    Recount recount = Recount.of(input, Recount.Options.NOW.instead(MemoryInput.rubric(3)));

    assertThat(points(recount)).isEqualTo("99.00");
    assertThat(recount.assessments().get(2022).rubric().version()).isEqualTo(3);
  }

  @Test
  void whatIntakeTurnsAwayIsNotFolded() {
    Audit audit = (Audit) new ArrayList<>(entries()).get(0).value().orElseThrow();
    input.add(Topics.AUDITS, "2022-07-03T00:00:00Z", "another/A-1", audit);
    input.add(Topics.CONFLICTS, "2022-07-03T00:00:00Z", MemoryInput.AGENCY + "/A-1", audit);

    Recount recount = Recount.of(input, Recount.Options.NOW);

    assertThat(points(recount)).isEqualTo("33.00");
    assertThat(recount.turnedAway()).isEqualTo(2);
    assertThat(recount.covered()).isEqualTo(Map.of("paca.audits-0", 4L, "paca.conflicts-0", 1L));
  }

  private List<Entry> entries() {
    List<Entry> entries = new ArrayList<>();
    input.read(Topics.AUDITS, entries::add);
    return entries;
  }

  private static String points(Recount recount) {
    return recount.assessments().get(2022).scores().get("94").total().toPlainString();
  }
}
