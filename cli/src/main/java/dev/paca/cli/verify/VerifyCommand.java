package dev.paca.cli.verify;

import dev.paca.cli.certificate.Certificate;
import dev.paca.cli.certificate.CertificateFile;
import dev.paca.cli.certificate.Divergence;
import dev.paca.cli.console.Console;
import dev.paca.cli.console.ReadingBars;
import dev.paca.cli.export.InputFromExport;
import dev.paca.cli.query.AsOfOptions;
import dev.paca.cli.query.Counted;
import dev.paca.cli.query.QueryAddress;
import dev.paca.cli.query.QueryClient;
import dev.paca.cli.settings.KafkaOptions;
import dev.paca.cli.settings.RunOptions;
import dev.paca.settings.Settings;
import dev.paca.streams.query.AsOf;
import dev.paca.streams.recount.CommittedInput;
import dev.paca.streams.recount.InputFromTopics;
import dev.paca.streams.recount.Recount;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code paca verify}: recompute, compare, certify; exit 1 on any difference. */
@Command(
    name = "verify",
    description = {
      "Recompute every score from the committed input with the plain fold and compare with what is"
          + " served. Exit 1 on any difference.",
      "Prints a certificate: digests of input, rubrics and scores, the same on any machine.",
      "With --at or --until it only recomputes: what is served is of now."
    })
public final class VerifyCommand implements Callable<Integer> {
  private static final Duration PATIENCE = Duration.ofSeconds(60);

  private final Console console;

  @Parameters(
      arity = "0..1",
      paramLabel = "YEAR",
      description = "Compare one year only; else all. The certificate has all.")
  private Integer year;

  @Option(
      names = "--from",
      paramLabel = "DIR",
      description = "An export (paca export DIR); else straight from the topics.")
  private Path from;

  @Option(
      names = "--offline",
      description = "Ask no query service: recompute, certify, compare with --against only.")
  private boolean offline;

  @Option(
      names = "--certificate",
      paramLabel = "FILE",
      description = "Write the certificate to FILE, as JSON.")
  private Path certificate;

  @Option(
      names = "--against",
      paramLabel = "FILE",
      description = "Compare with the certificate in FILE and say which part differs.")
  private Path against;

  @Option(names = "--json", description = "Print outcome and certificate as JSON.")
  private boolean json;

  @Mixin private AsOfOptions asOf;
  @Mixin private QueryAddress query;
  @Mixin private KafkaOptions kafka;
  @Mixin private RunOptions run;

  public VerifyCommand(Console console) {
    this.console = console;
  }

  @Override
  public Integer call() {
    Optional<Certificate> earlier =
        Optional.ofNullable(against).map(file -> new CertificateFile(file).read());
    Optional<CertificateFile> target = Optional.ofNullable(certificate).map(CertificateFile::new);
    target.ifPresent(CertificateFile::mustBeWritable);
    Map<String, String> given = new HashMap<>(kafka.given());
    given.putAll(query.given());
    Outcome outcome = outcome(run.settings(given));
    target.ifPresent(file -> file.write(outcome.certificate()));
    Optional<List<Divergence>> divergences =
        earlier.map(certified -> Divergence.between(certified, outcome.certificate()));
    new VerifyReport(outcome, divergences).print(console, json);
    return outcome.differences().isEmpty() && divergences.orElse(List.of()).isEmpty() ? 0 : 1;
  }

  private Outcome outcome(Settings settings) {
    Optional<Integer> only = Optional.ofNullable(year);
    AsOf then = asOf.asOf(null);
    if (offline || !then.isNow()) {
      Recount.Options options = new Recount.Options(then.until(), then.at(), Optional.empty());
      return new Recomputation(options, only).of(input(settings));
    }
    QueryClient client = QueryAddress.client(run, settings, Optional.empty());
    return new Verification(new Served(console, client), new Counted(client, PATIENCE), only)
        .of(input(settings));
  }

  private CommittedInput input(Settings settings) {
    if (from != null) {
      return new InputFromExport(from);
    }
    KafkaOptions.require(run, settings);
    return new InputFromTopics(settings, new ReadingBars(console));
  }
}
