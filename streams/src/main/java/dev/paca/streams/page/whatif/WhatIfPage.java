package dev.paca.streams.page.whatif;

import dev.paca.scoring.draft.SamePlacement;
import dev.paca.scoring.rubric.RubricProblem;
import dev.paca.streams.query.DiffView;
import dev.paca.streams.query.RubricRefused;
import java.math.BigDecimal;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * One draft as it is drawn.
 *
 * @param yaml what stands in the form
 * @param errors of the file, each with its place
 * @param reasons why the draft cannot be judged from what is counted now
 * @param diff absent before a draft was sent, and where it was refused
 * @param rows the provinces of which anything changes
 */
public record WhatIfPage(
    int year,
    int inForce,
    String yaml,
    List<RubricProblem> errors,
    List<SamePlacement.Reason> reasons,
    Optional<DiffView> diff,
    List<WhatIfRow> rows) {

  /** The form with the rubric in force. */
  public static WhatIfPage asked(int year, int inForce, String yaml) {
    return new WhatIfPage(year, inForce, yaml, List.of(), List.of(), Optional.empty(), List.of());
  }

  public static WhatIfPage refused(int year, int inForce, String yaml, RubricRefused refused) {
    return new WhatIfPage(
        year, inForce, yaml, refused.errors(), refused.reasons(), Optional.empty(), List.of());
  }

  public static WhatIfPage answered(String yaml, DiffView diff) {
    BigDecimal max = diff.maxNow().max(diff.maxThen());
    List<WhatIfRow> rows =
        diff.provinces().stream()
            .map(each -> WhatIfRow.of(each, max))
            .filter(WhatIfRow::changes)
            .toList();
    return new WhatIfPage(
        diff.year(), diff.inForce(), yaml, List.of(), List.of(), Optional.of(diff), rows);
  }

  /** Whether what stands in the form was published before, to the letter. */
  public boolean published() {
    return diff.filter(DiffView::published).isPresent();
  }

  public boolean refused() {
    return !errors.isEmpty() || !reasons.isEmpty();
  }

  /** Who gains most points, if anybody does. */
  public Optional<WhatIfRow> mostGained() {
    return rows.stream()
        .filter(row -> row.gain().signum() > 0)
        .max(Comparator.comparing(WhatIfRow::gain));
  }

  /** Who loses most points, if anybody does. */
  public Optional<WhatIfRow> mostLost() {
    return rows.stream()
        .filter(row -> row.gain().signum() < 0)
        .min(Comparator.comparing(WhatIfRow::gain));
  }
}
