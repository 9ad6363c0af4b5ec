package dev.paca.cli.certificate;

import dev.paca.streams.recount.CommittedInput;
import dev.paca.streams.recount.Recount;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;

/** A recount with its certificate. */
public record CertifiedRecount(Recount recount, Certificate certificate) {

  /**
   * @throws dev.paca.streams.recount.InputUnavailable naming what cannot be reached or read
   */
  public static CertifiedRecount of(CommittedInput input, Recount.Options options) {
    InputDigests digests = new InputDigests();
    Recount recount = Recount.of(input, options, digests, digests);
    Certificate certificate =
        new Certificate(
            Certificate.FORMAT,
            // Records have milliseconds: times that read the same must be called the same.
            options.at().map(at -> at.truncatedTo(ChronoUnit.MILLIS).toString()).orElse(null),
            options.until().map(LocalDate::toString).orElse(null),
            digests.input(recount.partitions()),
            rubrics(recount),
            ScoreLines.digests(recount.assessments()));
    return new CertifiedRecount(recount, certificate);
  }

  private static Certificate.Rubrics rubrics(Recount recount) {
    return Certificate.Rubrics.of(
        recount.rubrics().entrySet().stream()
            .map(
                year ->
                    new Certificate.Rubric(
                        year.getKey(),
                        year.getValue().getVersion(),
                        Sha256.ofText(year.getValue().getYaml())))
            .toList());
  }
}
