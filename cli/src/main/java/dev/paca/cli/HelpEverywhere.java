package dev.paca.cli;

import picocli.CommandLine;
import picocli.CommandLine.Model.OptionSpec;

/** Gives every command, at any depth, {@code --help}. */
final class HelpEverywhere {
  private HelpEverywhere() {}

  static void add(CommandLine commandLine) {
    commandLine
        .getCommandSpec()
        .addOption(
            OptionSpec.builder("-h", "--help")
                .usageHelp(true)
                .type(boolean.class)
                .arity("0")
                .description("Show this help.")
                .build());
    commandLine.getSubcommands().values().forEach(HelpEverywhere::add);
  }
}
