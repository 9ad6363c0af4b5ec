package dev.paca.cli.rubric;

import picocli.CommandLine.Command;

/** {@code paca rubric …}. */
@Command(
    name = "rubric",
    description =
        "Check, compare, publish and list rubrics: criteria, maxima and point formulas of a year.",
    subcommands = {
      RubricCheckCommand.class,
      RubricDiffCommand.class,
      RubricPublishCommand.class,
      RubricListCommand.class
    })
public final class RubricCommand {}
