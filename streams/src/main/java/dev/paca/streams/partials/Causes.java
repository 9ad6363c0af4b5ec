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

  private final Map<String, Group> groups = new LinkedHashMap<>();

  private static final class Group {
    private final Set<String> named = new LinkedHashSet<>();
    private int unnamed;

    void add(String path) {
      if (!named.contains(path)) {
        if (named.size() < NAMED) {
          named.add(path);
        } else {
          unnamed++;
        }
      }
    }
  }

  public void add(Report report) {
    add(group(report), report.key().path());
  }

  /** A report by its path, in the group that {@link #group} gave it. */
  public void add(String group, String path) {
    group(group).add(path);
  }

  public void add(CauseGroup group) {
    Group known = group(group.getGroup());
    group.getReports().forEach(known::add);
    known.unnamed += group.getCount() - group.getReports().size();
  }

  private Group group(String name) {
    return groups.computeIfAbsent(name, n -> new Group());
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
    List<CauseGroup> all = new ArrayList<>();
    groups.forEach(
        (name, group) ->
            all.add(
                new CauseGroup(
                    name, group.named.size() + group.unnamed, List.copyOf(group.named))));
    return all;
  }
}
