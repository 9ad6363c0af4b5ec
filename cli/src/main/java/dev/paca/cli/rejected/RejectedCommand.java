package dev.paca.cli.rejected;

import picocli.CommandLine.Command;

/** {@code paca rejected …}. */
@Command(
    name = "rejected",
    description =
        "What was turned away and why; replay a rejected report once, as it came or mended.",
    subcommands = {
      RejectedListCommand.class,
      RejectedShowCommand.class,
      RejectedReplayCommand.class
    })
public final class RejectedCommand {}
