package dev.paca.streams.simulation;

import dev.paca.rubrics.RubricVersion;
import dev.paca.scoring.rubric.Rubric;
import dev.paca.scoring.rubric.RubricReader;
import dev.paca.scoring.rubric.Rubrics;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;

/** Versions of four years' rubrics: other windows, deadlines, province sets, formulas, trees. */
final class RandomRubrics {
  /** One formula each, as compiling them takes most of a schedule's time. */
  private static final List<String> TREES =
      List.of(
          """
            - code: C
              name: {vi: Phát hiện, en: Detection}
              max: 20
              criteria:
                - {code: C.1, name: {vi: vụ, en: cases}, max: 8, provenance: illustrative,
                   points: "double(audits.corruptionCases + 2 * matters.detected.prosecutions + matters.detected) / 4.0"}
                - {code: C.2, name: {vi: hồ sơ, en: documents}, max: 12, provenance: published, appraised: true}
            - {code: D.1, name: {vi: hồ sơ, en: documents}, max: 7, provenance: published, appraised: true}
          """,
          """
            - code: C
              name: {vi: Phát hiện, en: Detection}
              max: 20
              criteria:
                - {code: C.1, name: {vi: thu hồi, en: recovery}, max: 20, provenance: illustrative, appraised: true,
                   points: "20.0 * double(recoveries.recoveredVnd) / double(recoveries.dueVnd)"}
            - {code: D.1, name: {vi: hồ sơ, en: documents}, max: 7, provenance: published, appraised: true}
            - {code: D.2, name: {vi: hồ sơ, en: documents}, max: 3, provenance: published, appraised: true}
          """);

  /** Parsed once for all schedules of a run: a file's text says all about it. */
  private final Map<String, Rubric> parsed;

  private final Random random;
  private final Map<Integer, List<String>> versions = new HashMap<>();

  RandomRubrics(Random random, Map<String, Rubric> parsed) {
    this.random = random;
    this.parsed = parsed;
  }

  int year() {
    return 2022 + random.nextInt(4);
  }

  /** A new version, or now and then one that was published before. */
  RubricVersion next(int year) {
    List<String> known = versions.computeIfAbsent(year, y -> new ArrayList<>());
    if (known.isEmpty() || random.nextInt(3) > 0) {
      known.add(yaml(year, known.size() + 1));
      return version(year, known.size());
    }
    return version(year, 1 + random.nextInt(known.size()));
  }

  /** A version's number with other content, which is never adopted after it. */
  RubricVersion changed(RubricVersion known) {
    return new RubricVersion(
        known.getRubric(),
        known.getYear(),
        known.getVersion(),
        known.getYaml() + "# changed " + random.nextInt(9) + "\n");
  }

  private RubricVersion version(int year, int number) {
    return new RubricVersion("paca", year, number, versions.get(year).get(number - 1));
  }

  Rubric read(RubricVersion version) {
    return parsed.computeIfAbsent(
        version.getYaml(), yaml -> RubricReader.read(yaml).rubric().orElseThrow());
  }

  Rubrics read(Iterable<RubricVersion> inForce) {
    Rubrics rubrics = Rubrics.none();
    for (RubricVersion version : inForce) {
      rubrics = rubrics.with(read(version));
    }
    return rubrics;
  }

  private String yaml(int year, int version) {
    String from = (year - 1) + (random.nextInt(3) == 0 ? "-12-01" : "-12-16");
    String to = year + (random.nextInt(3) == 0 ? "-12-31" : "-12-15");
    String deadline =
        random.nextInt(3) == 0 ? "acceptUntil: 2026-01-0" + (1 + random.nextInt(4)) : "";
    String asOf = random.nextInt(4) == 0 ? "2025-07-01" : year + "-12-15";
    return """
        rubric: paca
        version: %d
        year: %d
        window: {from: %s, to: %s}
        provincesAsOf: %s
        %s
        source: test
        criteria:
        """
            .formatted(version, year, from, to, asOf, deadline)
        + TREES.get(random.nextInt(TREES.size()));
  }
}
