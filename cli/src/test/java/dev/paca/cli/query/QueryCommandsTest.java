package dev.paca.cli.query;

import static org.assertj.core.api.Assertions.assertThat;

import dev.paca.cli.CommandRun;
import dev.paca.cli.CommandRun.Place;
import dev.paca.cli.QueryServiceDouble;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class QueryCommandsTest {
  private QueryServiceDouble service;
  private Place piped;
  private Place terminal;

  @BeforeEach
  void start() throws IOException {
    service = new QueryServiceDouble();
    piped = new Place(Path.of("")).with("PACA_QUERY_URL", service.url() + "/");
    terminal = piped.onTerminal(80);
    service.reply("/v1/assessments/2022/ranking", 200, Answers.RANKING);
    service.reply("/v1/assessments/2022/provinces/94", 200, Answers.PROVINCE);
    service.reply(
        "/v1/assessments/2022/provinces/94/criteria/C.1.1/evidence", 200, Answers.EVIDENCE);
    service.reply("/v1/matters/VA%2F2022%2F1", 200, Answers.MATTER);
    service.reply("/v1/assessments/2022/provinces/94/history", 200, Answers.HISTORY);
  }

  @AfterEach
  void stop() {
    service.close();
  }

  @Test
  void jsonIsExactlyWhatTheApiSaid() {
    assertJson(Answers.RANKING, "ranking", "2022");
    assertJson(Answers.PROVINCE, "scores", "2022", "94");
    assertJson(Answers.EVIDENCE, "explain", "2022", "94", "C.1.1");
    assertJson(Answers.MATTER, "matter", "VA/2022/1");
    assertJson(Answers.HISTORY, "history", "2022", "94");
  }

  @Test
  void aRankingOnATerminalSaysRankMoveAndHowTrue() {
    List<String> lines = lines(terminal.run("ranking", "2022"));

    assertThat(lines.get(0)).startsWith("RANK  MOVE  CODE  PROVINCE").contains("TOTAL");
    assertThat(lines.get(1)).contains("=8", "▲1", "94", "Sóc Trăng", "72.46", "+6.40", "21.50");
    assertThat(lines.get(2)).contains("=8", "–");
    assertThat(lines.get(3)).startsWith("none").contains("nothing yet", "Phú Yên");
    assertThat(lines.get(4)).isEqualTo("63 provinces · mean 66.06");
    assertThat(lines.get(5)).isEqualTo("as of 10:42:07, 3 s old · rubric 2022 v1");
  }

  @Test
  void aPipedRankingHasAHeaderWholeValuesAndNothingElse() {
    CommandRun run = piped.with("LANG", "vi_VN.UTF-8").run("ranking", "2022");

    assertThat(run.out().lines())
        .containsExactly(
            "rank\tpreviousRank\tprovince\tname\ttotal\tgapToMean\tC\tbasis",
            "8\t9\t94\tSóc Trăng\t72.46\t6.40\t21.50\tFINAL",
            "8\t8\t26\tVĩnh Phúc\t72.46\t6.40\t22.00\tCOMPUTED",
            "\t\t54\tPhú Yên\t0.00\t\t0.00\tNONE");
    assertThat(run.err()).contains("tính đến 10:42:07", "thang điểm 2022 v1");
  }

  @Test
  void scoresNameTheWeakCriteriaAndWhatTheNextRankTakes() {
    List<String> lines = lines(terminal.run("scores", "2022", "94", "--lang", "vi"));

    assertThat(lines.get(0))
        .isEqualTo("Sóc Trăng (94)  72,46 trên 100   hạng 8 trên 63  ▲1   tb 66,06");
    assertThat(lines.get(2)).contains("C", "21,50", "40", "19,91", "20,10", "yếu: C.1.1");
    assertThat(String.join("\n", lines))
        .contains("Qua kiểm tra, thanh tra", "1,50", "vượt Cần Thơ (hạng 7)")
        .doesNotContain("Qua phản ánh");
  }

  @Test
  void pipedScoresGiveTheTotalAndEveryCriterion() {
    assertThat(piped.run("scores", "2022", "94").out().lines())
        .containsExactly(
            "criterion\tname\tpoints\tmax\tmean\tpreviousPoints\tbasis\tweak\trank\tof\tpreviousRank",
            "TOTAL\tSóc Trăng\t72.46\t100.00\t66.06\t\tFINAL\t\t8\t63\t9",
            "C\tDetection and handling\t21.50\t40.00\t19.91\t20.10\tFINAL\t\t\t\t",
            "C.1.1\tThrough inspection\t1.50\t8.00\t3.25\t\tCOMPUTED\tweak\t\t\t",
            "C.1.2\tThrough denunciations\t0.00\t8.00\t\t\tNONE\t\t\t\t");
  }

  @Test
  void freshnessShowsTheLongestSilentFirstAndWhoNeverReported() {
    service.reply("/v1/freshness", 200, Answers.FRESHNESS);
    List<String> lines = lines(terminal.onTerminal(140).run("freshness"));

    assertThat(lines.get(0)).startsWith("CODE  PROVINCE").contains("DAYS SILENT", "NEVER REPORTED");
    assertThat(lines.get(1)).contains("01", "Hà Nội", "never");
    assertThat(lines.get(2)).contains("92", "Cần Thơ", "40", "2025-11-10", "court");
    assertThat(lines.get(3)).isEqualTo("1 province never reported");
    assertThat(lines.get(4)).isEqualTo("as of 10:42:07, 3 s old");
    assertJson(Answers.FRESHNESS, "freshness");
  }

  @Test
  void freshnessOfOneProvinceListsItsAgencies() {
    service.reply("/v1/freshness?province=can%20tho", 200, Answers.FRESHNESS);
    assertThat(piped.run("freshness", "--province", "can tho").out().lines())
        .containsExactly(
            "province\tagencyKind\tagency\treceivedDaysAgo\treceivedAt\toccurredOn\treports",
            "01\tCOURT\t\t\t\t\t0",
            "92\tCOURT\t\t\t\t\t0",
            "92\tPOLICE\tcong-an-tinh-92\t40\t2025-11-10T01:00:00Z\t2025-11-09\t2");
  }

  @Test
  void nothingYetIsNotZero() {
    assertThat(terminal.run("scores", "2022", "94", "--all").out())
        .containsPattern("C\\.1\\.2 .*nothing yet");
  }

  @Test
  void anExplanationShowsFormulaMeasuresReportsAndWhatDoesNotCount() {
    String out = terminal.onTerminal(120).run("explain", "2022", "94", "C.1.1").out();

    assertThat(out)
        .contains("C.1.1 Through inspection · Sóc Trăng (94)", "4.00 of 8, computed")
        .contains("formula (illustrative): audits.corruptionCases >= 1 ? 4.0 : 0.0")
        .containsPattern("audits\\.recoveredVnd +12,345,678,901")
        .containsPattern("self-assessed +6\\.00 +ST-UBND")
        .containsPattern("2022-06-30 +ST-TT +TT-7 +2 +audits")
        .contains("! Sums do not agree", "not counted: received after the deadline of the year");
  }

  @Test
  void aPipedExplanationIsOneFigureARow() {
    assertThat(piped.run("explain", "2022", "94", "C.1.1").out().lines())
        .contains(
            "kind\tname\tvalue\ttype\tagency\treportId\trevision\toccurredOn\tnote",
            "measure\taudits.corruptionCases\t3\t\t\t\t\t\t",
            "report\taudits.recoveredVnd\t12345678901\taudits\tST-TT\tTT-7\t2\t2022-06-30\t"
                + "Sums do not agree",
            "report\t\t\taudits\tST-TT\tTT-9\t1\t2022-12-31\tnot counted: received after the deadline of the year");
  }

  @Test
  void aMatterSaysWhatItCountsByAndWhereAgenciesDisagree() {
    String out = terminal.run("matter", "VA/2022/1").out();

    assertThat(out)
        .contains("counts once, by audits/ST-TT/TT-7, for province 94, in 2022")
        .contains("corruptionCases 1,234")
        .contains("! Numbers of accused differ");
  }

  @Test
  void historySaysWhenFromWhatToWhatAndByWhich() {
    assertThat(terminal.run("history", "2022", "94").out())
        .containsPattern("00:30:00 +TOTAL +70\\.00 +72\\.46 .*audits/ST-TT/TT-7");
    service.reply(
        "/v1/assessments/2022/provinces/94/history?criterion=C.1.1", 200, "{\"changes\": []}");
    assertThat(piped.run("history", "2022", "94", "--criterion", "C.1.1").err())
        .contains("No change yet");
  }

  @Test
  void aProvinceIsPassedOnAsItIsWrittenWithItsMarksComposed() {
    String path = "/v1/assessments/2022/provinces/";
    service.reply(path + "S%C3%B3c%20Tr%C4%83ng", 200, Answers.PROVINCE);
    service.reply(path + "TP.%20HCM", 200, Answers.PROVINCE);

    assertThat(piped.run("scores", "2022", "Sóc Trăng").exitCode()).isZero();
    assertThat(piped.run("scores", "2022", " So\u0301c Tra\u0306ng ").exitCode()).isZero();
    assertThat(piped.run("scores", "2022", "TP. HCM").exitCode()).isZero();
    assertThat(service.asked()).hasSize(3);
  }

  @Test
  void aRefusalIsTheProblemsDetailAsOneLine() {
    String detail = "no criterion C.9 in 2022; C has C.1, C.2, C.3. Try: paca scores 2022 94";
    service.reply(
        "/v1/assessments/2022/provinces/94/criteria/C.9/evidence",
        404,
        "{\"type\": \"urn:paca:problem:not-found\", \"status\": 404, \"detail\": \""
            + detail
            + "\"}");

    CommandRun run = piped.run("explain", "2022", "94", "C.9");

    assertThat(run.exitCode()).isEqualTo(1);
    assertThat(run.err()).isEqualTo("paca: " + detail + System.lineSeparator());
    assertThat(run.out()).isEmpty();
  }

  @Test
  void noLineOnATerminalIsWiderThanIt() {
    for (int width : new int[] {60, 80, 100}) {
      for (String[] args :
          List.of(
              new String[] {"ranking", "2022"},
              new String[] {"scores", "2022", "94", "--all"},
              new String[] {"history", "2022", "94"})) {
        assertThat(lines(terminal.onTerminal(width).run(args)))
            .allMatch(line -> line.codePointCount(0, line.length()) <= Math.max(width, 73));
      }
    }
  }

  private void assertJson(String expected, String... args) {
    String[] withJson = java.util.Arrays.copyOf(args, args.length + 1);
    withJson[args.length] = "--json";
    CommandRun run = terminal.run(withJson);
    assertThat(run.out()).isEqualTo(expected.stripTrailing() + System.lineSeparator());
    assertThat(run.err()).isEmpty();
    assertThat(run.exitCode()).isZero();
  }

  private static List<String> lines(CommandRun run) {
    assertThat(run.err()).doesNotContain("paca:");
    assertThat(run.exitCode()).isZero();
    return run.out().lines().toList();
  }
}
