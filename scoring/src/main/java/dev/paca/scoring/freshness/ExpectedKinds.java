package dev.paca.scoring.freshness;

import dev.paca.reports.AgencyKind;
import java.util.Collections;
import java.util.EnumSet;
import java.util.Set;

/** Which agencies every province has, so that one that never reported is missed. */
public final class ExpectedKinds {
  /**
   * Those with reporting duties of their own in each province (Circular 02/2021 and 01/2024 on
   * routine reports; joint statistics of the judicial bloc). The state audit visits a province
   * every other year or so and the Government Inspectorate appraises: their silence says nothing.
   */
  public static final Set<AgencyKind> OF_A_PROVINCE =
      Collections.unmodifiableSet(
          EnumSet.complementOf(
              EnumSet.of(AgencyKind.STATE_AUDIT, AgencyKind.GOVERNMENT_INSPECTORATE)));

  private ExpectedKinds() {}
}
