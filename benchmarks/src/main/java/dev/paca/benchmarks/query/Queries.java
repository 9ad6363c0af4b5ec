package dev.paca.benchmarks.query;

import dev.paca.benchmarks.expected.Expected;
import dev.paca.benchmarks.ground.DrainedPaca;
import dev.paca.benchmarks.ground.Ground;
import dev.paca.scoring.fold.Fold;
import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Asks a Paca at work that has nothing else to do.
 *
 * @param time for each question and number of clients, after a third of it that does not count
 */
public record Queries(Ground ground, Duration time) {
  private static final int YEAR = 2023;
  private static final String CRITERION = "C.1.1";
  private static final List<Integer> CLIENTS = List.of(1, 8);

  public List<QueryFigures> figures() throws IOException, InterruptedException {
    DrainedPaca paca = ground.paca();
    List<QueryFigures> figures = new ArrayList<>();
    for (Map.Entry<String, List<URI>> each : questions(paca, ground.expected()).entrySet()) {
      for (int count : CLIENTS) {
        Clients clients = new Clients(count, each.getValue());
        clients.ask(each.getKey(), time.dividedBy(3));
        figures.add(clients.ask(each.getKey(), time));
      }
    }
    return figures;
  }

  private static Map<String, List<URI>> questions(DrainedPaca paca, Expected expected) {
    Fold.Assessment assessment = expected.assessments().get(YEAR);
    String year = "/v1/assessments/" + YEAR;
    List<URI> provinces = new ArrayList<>();
    List<URI> evidence = new ArrayList<>();
    for (String code : assessment.scores().keySet()) {
      String province = year + "/provinces/" + code;
      provinces.add(paca.address().resolve(province));
      evidence.add(paca.address().resolve(province + "/criteria/" + CRITERION + "/evidence"));
    }
    Map<String, List<URI>> questions = new LinkedHashMap<>();
    questions.put("ranking", List.of(paca.address().resolve(year + "/ranking")));
    questions.put("province", provinces);
    questions.put("evidence", evidence);
    return questions;
  }
}
