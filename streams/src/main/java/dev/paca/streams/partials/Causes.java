package dev.paca.streams.partials;

import dev.paca.internal.CauseGroup;
import dev.paca.reports.Appraisal;
import dev.paca.scoring.report.Report;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The reports behind a change of one place, in groups that tell which criteria they can touch: the
 * word of a report type, or {@code appraisals/CRITERION}. Every report counts once; of each group
 * the first {@value #NAMED} are named.
 */
public final class Causes {
  /** How many reports a score change names (contract). */
  public static final int NAMED = 20;

  private final Map<String, Set<String>> reports = new LinkedHashMap<>();
  private final Map<String, Integer> unnamed = new LinkedHashMap<>();

  public void add(Report report) {
    add(group(report), report.key().path());
  }

  /** A report by its path, in the group that {@link #group} gave it. */
  public void add(String group, String path) {
    Set<String> named = reports.computeIfAbsent(group, g -> new LinkedHashSet<>());
    if (!named.contains(path)) {
      if (named.size() < NAMED) {
        named.add(path);
      } else {
        unnamed.merge(group, 1, Integer::sum);
      }
    }
  }

  public void add(CauseGroup group) {
    group.getReports().forEach(path -> add(group.getGroup(), path));
    int more = group.getCount() - group.getReports().size();
    if (more > 0) {
      unnamed.merge(group.getGroup(), more, Integer::sum);
    }
  }

  /** The group of a report. */
  public static String group(Report report) {
    return report.body() instanceof Appraisal appraisal
        ? appraisals(appraisal.getCriterion())
        : report.type().word();
  }

  /** The group of appraisals of one criterion. */
  public static String appraisals(String criterion) {
    return "appraisals/" + criterion;
  }

  public List<CauseGroup> groups() {
    List<CauseGroup> groups = new ArrayList<>();
    reports.forEach(
        (group, named) ->
            groups.add(
                new CauseGroup(
                    group, named.size() + unnamed.getOrDefault(group, 0), List.copyOf(named))));
    return groups;
  }
}
