package dev.paca.cli.query;

import static org.assertj.core.api.Assertions.assertThat;

import dev.paca.cli.CommandRun;
import dev.paca.cli.CommandRun.Place;
import dev.paca.cli.QueryServiceDouble;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RubricCommandsTest {
  private static final String DIFF =
      """
      {"year": 2022, "inForce": 1, "draft": 2, "published": false, "maxNow": 100.00,
       "maxThen": 100.00, "gains": 1, "losses": 0, "unchanged": 62, "later": true,
       "provinces": [
        {"province": "94", "name": "Sóc Trăng", "total": {"now": 72.46, "then": 73.21},
         "rank": {"now": 8, "then": 6}, "criteria": [
          {"code": "C.1.1", "name": {"vi": "Qua kiểm tra", "en": "Through inspection"},
           "now": 1.50, "then": 2.25, "maxNow": 8.00, "maxThen": 9.00},
          {"code": "C.9", "name": {"vi": "Mới", "en": "New"}, "now": null, "then": 0.00,
           "maxNow": null, "maxThen": 1.00}]},
        {"province": "54", "name": "Phú Yên", "total": {"now": null, "then": null},
         "rank": {"now": null, "then": null}, "criteria": []}],
       """
          + Answers.TRUTH
          + "}";

  @TempDir private Path folder;
  private QueryServiceDouble service;
  private Place piped;
  private Place terminal;
  private Path draft;

  @BeforeEach
  void start() throws IOException {
    service = new QueryServiceDouble();
    piped = new Place(Path.of("")).with("PACA_QUERY_URL", service.url() + "/");
    terminal = piped.onTerminal(120);
    draft = Files.copy(Path.of("../rubrics/2022.yaml"), folder.resolve("draft.yaml"));
    service.reply("/v1/assessments/2022/diff", 200, DIFF);
    service.reply("/v1/assessments/2022/provinces/94", 200, Answers.PROVINCE);
  }

  @AfterEach
  void stop() {
    service.close();
  }

  @Test
  void aDifferenceSaysTotalsRanksAndTheCriteriaThatChange() {
    List<String> lines =
        terminal.run("rubric", "diff", "2022", draft.toString()).out().lines().toList();

    assertThat(lines.get(0)).contains("PROVINCE", "TOTAL NOW", "RANK NOW", "CRITERIA");
    assertThat(lines.get(1))
        .contains("Sóc Trăng", "72.46", "73.21", "+0.75", "8", "6", "C.1.1 1.50→2.25");
    assertThat(String.join("\n", lines)).contains("C.9 none→0.00").doesNotContain("Phú Yên");
    assertThat(lines.get(lines.size() - 2))
        .isEqualTo(
            "The draft (version 2) against version 1 in force: 1 gain, 0 lose, 62 keep their"
                + " points · not published");
    assertThat(lines.get(lines.size() - 1)).isEqualTo("as of 10:42:07, 3 s old · rubric 2022 v1");
  }

  @Test
  void aPipedDifferenceHasEveryProvinceAndJsonIsWhatTheApiSaid() {
    assertThat(piped.run("rubric", "diff", "2022", draft.toString()).out().lines())
        .containsExactly(
            "province\tname\ttotalNow\ttotalThen\tgain\trankNow\trankThen\tcriteria",
            "94\tSóc Trăng\t72.46\t73.21\t0.75\t8\t6\tC.1.1 1.50→2.25, C.9 none→0.00",
            "54\tPhú Yên\t\t\t0\t\t\t");
    assertThat(piped.run("rubric", "diff", "2022", draft.toString(), "--json").out().strip())
        .isEqualTo(DIFF.strip());
  }

  @Test
  void oneProvinceIsShownWithEveryCriterion() {
    CommandRun run =
        terminal.run(
            "rubric", "diff", "2022", draft.toString(), "--province", "94", "--lang", "vi");

    assertThat(run.out())
        .contains("Sóc Trăng (94)  72,46 → 73,21   hạng 8 → 6", "Qua phản ánh, tố cáo", "không có");
    assertThat(run.out().lines().filter(line -> line.startsWith("C")).count()).isEqualTo(4);
  }

  @Test
  void errorsOfTheFileAreSaidAsInCheckWithoutAskingAnybody() throws IOException {
    Path wrong = Files.writeString(folder.resolve("wrong.yaml"), "rubric: paca\nversion: x\n");
    CommandRun run = piped.run("rubric", "diff", "2022", wrong.toString());

    assertThat(run.exitCode()).isEqualTo(1);
    assertThat(run.err()).contains(wrong + ":2:10 \"x\" is no whole number", wrong + ":1:1 ");
    assertThat(service.asked()).isEmpty();
  }

  @Test
  void whatOnlyTheServiceFindsIsPlacedToo() {
    service.reply(
        "/v1/assessments/2021/diff",
        422,
        """
        {"code": "BAD_RUBRIC", "detail": "1 error", "reasons": [],
         "errors": [{"line": 5, "column": 7, "message": "this is paca 2022"}]}""");
    service.reply(
        "/v1/assessments/2023/diff",
        422,
        """
        {"code": "OTHER_PLACEMENT", "detail": "its window is another", "errors": []}""");

    CommandRun other = piped.run("rubric", "diff", "2021", draft.toString());
    assertThat(other.err()).contains(draft + ":5:7 this is paca 2022");
    assertThat(other.exitCode()).isEqualTo(1);
    assertThat(piped.run("rubric", "diff", "2023", draft.toString()).err())
        .contains("its window is another");
  }

  @Test
  void everyPublicationOfAYearIsListed() {
    service.reply(
        "/v1/assessments/2022/rubrics",
        200,
        """
        [{"version": 1, "publishedAt": "2026-02-28T17:30:00Z", "inForce": true, "adopted": true,
          "sha256": "0123456789abcdef", "refused": null},
         {"version": 1, "publishedAt": "2026-02-28T18:30:00Z", "inForce": false, "adopted": false,
          "sha256": "fedcba9876543210", "refused": "version 1 was published with other content"}]""");

    List<String> lines = terminal.run("rubric", "list", "2022").out().lines().toList();
    assertThat(lines.get(1)).contains("v1", "in force", "0123456789ab");
    assertThat(lines.get(2)).contains("not adopted", "version 1 was published");
    assertThat(piped.run("rubric", "list", "2022").out())
        .contains("1\t2026-02-28T17:30:00Z\tinForce\t0123456789abcdef\t");
  }
}
