package dev.paca.faults.watch;

import static org.assertj.core.api.Assertions.assertThat;

import dev.paca.internal.AppraisedSlot;
import dev.paca.internal.ServedCoverage;
import dev.paca.internal.ServedMessage;
import dev.paca.internal.ServedTally;
import dev.paca.internal.TallyFigures;
import dev.paca.rejections.Rejected;
import dev.paca.reports.AppraisalStage;
import dev.paca.rubrics.RubricVersion;
import dev.paca.scores.ProvinceScore;
import dev.paca.scores.Ranking;
import dev.paca.scoring.province.Provinces;
import dev.paca.scoring.rubric.Rubric;
import dev.paca.scoring.rubric.RubricReader;
import dev.paca.scoring.score.Scorer;
import dev.paca.streams.scoring.AvroScores;
import dev.paca.streams.store.AvroCodec;
import dev.paca.streams.store.StoredTallies;
import dev.paca.topics.Topics;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** One province, one year, flush by flush. */
class ServedFlushesTest {
  private static final Provinces PROVINCES = Provinces.standard();

  private final Violations violations = new Violations();
  private final ServedFlushes flushes =
      new ServedFlushes(PROVINCES, new SaidByServing(new Committed(), violations), violations);
  private final AvroCodec<ServedMessage> codec = new AvroCodec<>(ServedMessage.class);
  private String yaml;
  private Rubric rubric;
  private long offset;

  @BeforeEach
  void theRubricOf2022() throws Exception {
    yaml = Files.readString(Path.of("..", "rubrics", "2022.yaml"));
    rubric = RubricReader.read(yaml).rubric().orElseThrow();
  }

  private void say(String key, Object... messages) {
    List<ServedMessage> all = Arrays.stream(messages).map(ServedMessage::new).toList();
    flushes.take(
        new ConsumerRecord<>(
            Topics.SERVING,
            0,
            offset++,
            key.getBytes(StandardCharsets.UTF_8),
            codec.encodeAll(all, Integer.MAX_VALUE).get(0)));
  }

  private void sayTally(String points) {
    TallyFigures one = new TallyFigures(1L, List.of(), List.of(), List.of());
    say(
        "tallies/" + offset,
        new ServedTally(2022, "94", "reports", one),
        new ServedTally(2022, "94", "appraisals/A.1.1", figures(points)));
  }

  private void sayScore(String points) {
    say("score/2022/94", score(points));
  }

  private void sayRubric() {
    say("rubric/2022", new RubricVersion(Rubric.INDEX, 2022, rubric.version(), yaml));
  }

  private void sayRanking(String points) {
    var pure =
        dev.paca.scoring.ranking.Ranking.ofTotals(
            rubric, PROVINCES, Map.of("94", new BigDecimal(points)));
    Ranking ranking = AvroScores.ranking(pure, province -> OptionalInt.empty(), 1);
    say("ranking/2022", ranking);
  }

  private void end(long covered) {
    say("coverage", new ServedCoverage(Map.of("paca.audits-0", covered), covered));
  }

  private static TallyFigures figures(String points) {
    AppraisedSlot slot =
        new AppraisedSlot(
            "A.1.1",
            AppraisalStage.FINAL,
            new BigDecimal(points),
            LocalDate.of(2022, 6, 30),
            "thanh-tra-tinh-94",
            "TD-1");
    return new TallyFigures(1L, List.of(), List.of(), List.of(slot));
  }

  private ProvinceScore score(String points) {
    return AvroScores.score(Scorer.score(rubric, "94", StoredTallies.tally(figures(points))), 1);
  }

  private void aSoundFlush() {
    sayTally("0.50");
    sayScore("0.50");
    sayRubric();
    sayRanking("0.50");
    end(10);
  }

  @Test
  void aFlushThatFitsIsSound() {
    aSoundFlush();
    sayTally("0.75");
    sayScore("0.75");
    sayRanking("0.75");
    assertThat(flushes.whole()).isFalse();
    end(10);

    assertThat(flushes.whole()).isTrue();
    assertThat(violations.list()).isEmpty();
  }

  @Test
  void aScoreThatIsNotItsTallysIsTorn() {
    aSoundFlush();
    sayTally("0.75");
    end(11);

    assertThat(violations.list())
        .singleElement()
        .asString()
        .startsWith("paca.internal.serving-0@6: 2022/94 is 0.50 by version 1")
        .contains("gives 0.75");
  }

  @Test
  void aTotalThatIsNotTheSumOfItsCriteriaIsTorn() {
    aSoundFlush();
    sayTally("0.75");
    say(
        "score/2022/94",
        ProvinceScore.newBuilder(score("0.75")).setTotal(new BigDecimal("0.80")).build());
    sayRanking("0.80");
    end(11);

    assertThat(violations.list()).singleElement().asString().contains("2022/94 is 0.80");
  }

  @Test
  void aRankingThatDisagreesWithTheTotalsIsTorn() {
    aSoundFlush();
    sayTally("0.75");
    sayScore("0.75");
    end(11);

    assertThat(violations.list()).singleElement().asString().contains("the ranking of 2022");
  }

  @Test
  void coverageThatGoesBackwardsIsNamed() {
    aSoundFlush();
    end(9);

    assertThat(violations.list())
        .containsExactly(
            "paca.internal.serving-0@5: covers paca.audits-0 to 9 after 10",
            "paca.internal.serving-0@5: is as of 9 after 10");
  }

  @Test
  void aFlushThatNeverEndsIsTorn() {
    aSoundFlush();
    sayTally("0.75");
    flushes.conclude();

    assertThat(violations.list()).singleElement().asString().contains("never ended");
  }

  @Test
  void aPositionThatIsRejectedTwiceIsNamed() {
    Chains chains = new Chains(violations);
    Rejected rejected =
        new Rejected(
            "paca.audits", 2, 15L, Instant.EPOCH, "UNREADABLE_AVRO", "", List.of(), null, null);
    chains.rejected(new RecordAt(Topics.REJECTED, 0, 1), "paca.audits/2/15", rejected);
    assertThat(violations.list()).isEmpty();

    chains.rejected(new RecordAt(Topics.REJECTED, 0, 3), "paca.audits/2/15", rejected);

    assertThat(violations.list())
        .containsExactly("paca.rejected-0@3: paca.audits/2/15 is rejected a second time");
  }
}
