package dev.paca.streams.evidence;

import dev.paca.scoring.province.Province;
import dev.paca.scoring.province.Provinces;
import dev.paca.scoring.report.Filed;
import dev.paca.scoring.report.ReportKey;
import dev.paca.scoring.report.Revisions;
import dev.paca.scoring.tally.Placement;
import dev.paca.scoring.tally.Placer;
import dev.paca.streams.query.FiledView;
import dev.paca.streams.query.ReportView;
import dev.paca.streams.query.UncountedView;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.PriorityQueue;

/** Reads reports by themselves: one with all that is kept of it, and those that count nowhere. */
public final class ReportQuery {
  private static final Comparator<Filed> BY_ARRIVAL =
      Comparator.comparingLong(Filed::receivedAt)
          .thenComparing(filed -> filed.report().key().path());

  private final Provinces provinces;
  private final ReportSource source;
  private final ReportViews views;

  public ReportQuery(Provinces provinces, ReportSource source) {
    this.provinces = provinces;
    this.source = source;
    this.views = new ReportViews(provinces);
  }

  public Optional<FiledView> find(ReportKey key, Placer placer) {
    return source.report(key).map(report -> view(report, placer.place(report)));
  }

  private FiledView view(Revisions report, Placement placement) {
    return new FiledView(
        report.key().type().word(),
        report.key().agency(),
        report.key().reportId(),
        report.filed().stream().map(filed -> view(filed, placement)).toList(),
        placement.counted().stream().map(this::counted).toList(),
        placement.notCounted().stream().map(ReportQuery::notCounted).toList(),
        source.behind().orElse(null));
  }

  private ReportView view(Filed filed, Placement placement) {
    boolean counts = placement.counted().stream().anyMatch(c -> c.by().equals(filed));
    return views.view(
        filed,
        Map.of(),
        placement.notCounted().stream()
            .filter(not -> !counts && not.revision().equals(filed))
            .map(Placement.NotCounted::reason)
            .findFirst());
  }

  private FiledView.Counted counted(Placement.Counted counted) {
    String code = counted.place().province();
    String name =
        provinces.ofCode(code).stream()
            .filter(province -> answersFor(province, counted.by()))
            .map(Province::name)
            .findFirst()
            .orElse(code);
    return new FiledView.Counted(counted.place().year(), code, name, counted.by().revision());
  }

  /** Codes were used again: of those with the place's code, the one that the report's became. */
  private boolean answersFor(Province province, Filed filed) {
    return provinces
        .resolve(filed.report().province(), filed.report().occurredOn())
        .filter(
            reported ->
                reported.equals(province)
                    || provinces
                        .asOf(reported, province.validFrom())
                        .filter(province::equals)
                        .isPresent())
        .isPresent();
  }

  private static FiledView.NotCounted notCounted(Placement.NotCounted not) {
    return new FiledView.NotCounted(
        not.year().isPresent() ? not.year().getAsInt() : null,
        ReportViews.reason(not.reason()),
        not.revision().revision());
  }

  public UncountedView uncounted(Placer placer) {
    Map<Placement.Reason, Long> reasons = new EnumMap<>(Placement.Reason.class);
    PriorityQueue<Filed> last = new PriorityQueue<>(BY_ARRIVAL);
    source.scan(
        report -> {
          Placement placement = placer.place(report);
          if (!placement.counts()) {
            reasons.merge(placement.notCounted().get(0).reason(), 1L, Long::sum);
            if (!report.latest().report().retracted()) {
              last.add(report.latest());
            }
            if (last.size() > UncountedView.MOST) {
              last.remove();
            }
          }
        });
    return new UncountedView(
        reasons.entrySet().stream()
            .sorted(Map.Entry.<Placement.Reason, Long>comparingByValue().reversed())
            .map(each -> reason(each.getKey(), each.getValue()))
            .toList(),
        last.stream().sorted(BY_ARRIVAL.reversed()).map(filed -> uncounted(filed, placer)).toList(),
        source.behind().orElse(null));
  }

  private static UncountedView.Reason reason(Placement.Reason reason, long reports) {
    return new UncountedView.Reason(reason.name(), reason.vi(), reason.en(), reports);
  }

  private ReportView uncounted(Filed filed, Placer placer) {
    List<Placement.NotCounted> why = placer.place(Revisions.of(filed)).notCounted();
    return views.view(filed, Map.of(), why.stream().map(Placement.NotCounted::reason).findFirst());
  }
}
