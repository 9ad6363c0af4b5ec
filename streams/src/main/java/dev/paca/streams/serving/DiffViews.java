package dev.paca.streams.serving;

import dev.paca.scoring.draft.Difference;
import dev.paca.scoring.province.Province;
import dev.paca.scoring.province.Provinces;
import dev.paca.scoring.rubric.Criterion;
import dev.paca.scoring.score.CriterionScore;
import dev.paca.streams.query.DiffView;
import dev.paca.streams.query.TruthView;
import java.math.BigDecimal;
import java.util.List;
import java.util.OptionalInt;

/** A difference as it is shown. */
record DiffViews(Provinces provinces) {

  DiffView view(Difference difference, boolean published, TruthView truth) {
    List<DiffView.Province> all =
        difference.provinces().stream().map(each -> province(difference, each)).toList();
    return new DiffView(
        difference.then().year(),
        difference.now().version(),
        difference.then().version(),
        published,
        difference.now().max(),
        difference.then().max(),
        all,
        difference.gains(),
        difference.losses(),
        all.size() - difference.gains() - difference.losses(),
        truth);
  }

  private DiffView.Province province(Difference difference, Difference.OfProvince each) {
    Province named =
        provinces
            .resolve(each.province(), difference.then().provincesAsOf())
            .or(() -> provinces.resolve(each.province(), difference.now().provincesAsOf()))
            .orElseThrow();
    return new DiffView.Province(
        each.province(),
        named.name(),
        new DiffView.Points(each.totalNow().orElse(null), each.totalThen().orElse(null)),
        new DiffView.Rank(boxed(each.rankNow()), boxed(each.rankThen())),
        each.criteria().stream().map(DiffViews::criterion).toList());
  }

  private static Integer boxed(OptionalInt rank) {
    return rank.isPresent() ? rank.getAsInt() : null;
  }

  private static DiffView.Criterion criterion(Difference.OfCriterion each) {
    Criterion named = each.then().or(each::now).orElseThrow().criterion();
    return new DiffView.Criterion(
        each.code(),
        RankingViews.name(named),
        each.now().map(CriterionScore::points).orElse(null),
        each.then().map(CriterionScore::points).orElse(null),
        each.now().map(DiffViews::max).orElse(null),
        each.then().map(DiffViews::max).orElse(null),
        each.now().map(score -> score.basis().name()).orElse(null),
        each.then().map(score -> score.basis().name()).orElse(null));
  }

  private static BigDecimal max(CriterionScore score) {
    return score.criterion().max();
  }
}
