package dev.paca.streams.past;

import dev.paca.scoring.fold.Fold;
import dev.paca.scoring.report.ReportKey;
import dev.paca.scoring.report.Revisions;
import dev.paca.streams.evidence.ReportSource;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;

/** The reports of a fold, for evidence. */
final class FoldedReports implements ReportSource {
  private final Fold fold;
  private final Map<String, List<Revisions>> byMatter = new HashMap<>();

  FoldedReports(Fold fold) {
    this.fold = fold;
    for (Revisions report : fold.ledger()) {
      report
          .matterIds()
          .forEach(id -> byMatter.computeIfAbsent(id, m -> new ArrayList<>()).add(report));
    }
  }

  @Override
  public void scan(Consumer<Revisions> each) {
    fold.ledger().forEach(each);
  }

  @Override
  public Optional<Revisions> report(ReportKey key) {
    return fold.report(key);
  }

  @Override
  public List<Revisions> matter(String matterId) {
    return byMatter.getOrDefault(matterId, List.of());
  }
}
