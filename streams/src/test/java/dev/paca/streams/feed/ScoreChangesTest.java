package dev.paca.streams.feed;

import static org.assertj.core.api.Assertions.assertThat;

import dev.paca.scores.Basis;
import dev.paca.scores.ScoreChange;
import dev.paca.streams.query.HistoryView;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class ScoreChangesTest {

  static ScoreChange change(int year, String province, String criterion, String oldTo, String to) {
    return ScoreChange.newBuilder()
        .setYear(year)
        .setProvince(province)
        .setCriterion(criterion)
        .setOldPoints(new BigDecimal(oldTo))
        .setNewPoints(new BigDecimal(to))
        .setOldBasis(Basis.NONE)
        .setNewBasis(Basis.COMPUTED)
        .setRubricVersion(3)
        .setAt(Instant.parse("2022-05-05T01:02:03.004Z"))
        .setReports(List.of("audits/TTR-94/KL-1", "audits/TTR-94/KL-2"))
        .setReportCount(27)
        .setByRubric(false)
        .build();
  }

  @Test
  void historyShowsWhatTheRecordSaid() {
    ScoreChanges changes = new ScoreChanges();
    changes.append(Change.of(4, change(2022, "94", "C.1.1", "0.00", "72.46")));

    assertThat(changes.history(2022, "94", Optional.of("C.1.1")))
        .containsExactly(
            new HistoryView(
                "2022-05-05T01:02:03.004Z",
                "C.1.1",
                new BigDecimal("0.00"),
                new BigDecimal("72.46"),
                "COMPUTED",
                3,
                List.of("audits/TTR-94/KL-1", "audits/TTR-94/KL-2"),
                27,
                false));
  }

  @Test
  void historyIsOfOneProvinceYearAndCriterionOldestFirst() {
    ScoreChanges changes = new ScoreChanges();
    changes.append(Change.of(1, change(2022, "94", "TOTAL", "0.00", "1.00")));
    changes.append(Change.of(2, change(2022, "94", "C.1.1", "0.00", "1.00")));
    changes.append(Change.of(3, change(2021, "94", "TOTAL", "0.00", "9.00")));
    changes.append(Change.of(4, change(2022, "01", "TOTAL", "0.00", "9.00")));
    changes.append(Change.of(5, change(2022, "94", "TOTAL", "1.00", "2.00")));

    assertThat(changes.history(2022, "94", Optional.empty()))
        .extracting(view -> view.newPoints().toPlainString())
        .containsExactly("1.00", "2.00");
    assertThat(changes.history(2023, "94", Optional.empty())).isEmpty();
  }

  @Test
  void aChangeThatWasPassedIsNotTakenAgain() {
    ScoreChanges changes = new ScoreChanges();
    changes.append(Change.of(5, change(2022, "94", "TOTAL", "0.00", "1.00")));
    changes.append(Change.of(5, change(2022, "94", "TOTAL", "0.00", "1.00")));
    changes.append(Change.of(4, change(2022, "94", "TOTAL", "0.00", "1.00")));

    assertThat(changes.size()).isEqualTo(1);
    assertThat(changes.history(2022, "94", Optional.empty())).hasSize(1);
  }

  @Test
  void theChangesOfOneReportKeepItsNameOnce() {
    ScoreChanges changes = new ScoreChanges();
    changes.append(Change.of(1, change(2022, "94", "C.1.1", "0.00", "1.00")));
    changes.append(Change.of(2, change(2022, "94", "C.1", "0.00", "1.00")));

    assertThat(changes.get(1).reportLines()).isSameAs(changes.get(0).reportLines());
  }

  @Test
  void followersHearOfABatchOnceUntilTheyLeave() throws Exception {
    ScoreChanges changes = new ScoreChanges();
    AtomicInteger heard = new AtomicInteger();
    AutoCloseable following = changes.follow(heard::incrementAndGet);
    changes.append(Change.of(1, change(2022, "94", "TOTAL", "0.00", "1.00")));
    changes.append(Change.of(2, change(2022, "94", "TOTAL", "1.00", "2.00")));
    changes.tellFollowers();
    assertThat(heard).hasValue(1);

    following.close();
    changes.tellFollowers();
    assertThat(heard).hasValue(1);
  }

  @Test
  void aReaderBesideTheWriterSeesNoGapAndNoDisorder() throws Exception {
    int count = 200_000;
    ScoreChanges changes = new ScoreChanges();
    Change pattern = Change.of(0, change(2022, "94", "TOTAL", "0.00", "1.00"));
    CompletableFuture<Integer> reader =
        CompletableFuture.supplyAsync(
            () -> {
              int read = 0;
              while (read < count) {
                for (int size = changes.size(); read < size; read++) {
                  if (changes.get(read).offset() != read * 2L) {
                    throw new AssertionError("at " + read + ": " + changes.get(read));
                  }
                }
                Thread.onSpinWait();
              }
              return read;
            });
    for (int index = 0; index < count; index++) {
      changes.append(
          new Change(index * 2L, 2022, "94", "TOTAL", 0, 1, pattern.basis(), 0, 1, "", 0, false));
    }

    assertThat(reader.get(30, TimeUnit.SECONDS)).isEqualTo(count);
    assertThat(changes.indexAfter(-1)).isZero();
    assertThat(changes.indexAfter(4)).isEqualTo(3);
    assertThat(changes.indexAfter(5)).isEqualTo(3);
    assertThat(changes.indexAfter(count * 2L)).isEqualTo(count);
  }
}
