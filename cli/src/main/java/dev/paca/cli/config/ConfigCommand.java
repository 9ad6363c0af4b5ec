package dev.paca.cli.config;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.paca.cli.console.Cell;
import dev.paca.cli.console.Column;
import dev.paca.cli.console.Console;
import dev.paca.cli.console.Table;
import dev.paca.cli.settings.RunOptions;
import dev.paca.settings.SettingValue;
import dev.paca.settings.Settings;
import java.util.List;
import java.util.Map;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code paca config}: each setting, its default and where its value came from. */
@Command(
    name = "config",
    description = "Each setting, its value, its default and where the value came from.")
public final class ConfigCommand implements Runnable {
  private final Console console;

  @Option(names = "--json", description = "Print as JSON.")
  private boolean json;

  @Mixin private RunOptions run;

  public ConfigCommand(Console console) {
    this.console = console;
  }

  @Override
  public void run() {
    Settings settings = run.settings(Map.of());
    if (json) {
      console.out().println(asJson(settings).toPrettyString());
    } else {
      table(settings).print(console);
    }
    for (String variable : settings.unknownVariables()) {
      console.say("paca: there is no setting " + variable + "; it is ignored");
    }
  }

  private static Table table(Settings settings) {
    Table table =
        new Table(
            List.of(
                Column.text("name", "SETTING"),
                Column.longText("value", "VALUE"),
                Column.longText("origin", "FROM"),
                Column.longText("default", "DEFAULT").droppedAt(1),
                Column.text("variable", "VARIABLE").droppedAt(2),
                Column.longText("description", "IS").droppedAt(3)));
    for (SettingValue setting : settings.values()) {
      table.row(
          Cell.text(setting.name()),
          Cell.of(setting.value().orElse(""), setting.value().orElse("(not set)")),
          Cell.text(setting.origin()),
          Cell.of(setting.fallback().orElse(""), setting.fallback().orElse("(none)")),
          Cell.text(setting.env()),
          Cell.text(setting.description()));
    }
    return table;
  }

  private static ArrayNode asJson(Settings settings) {
    ArrayNode all = JsonNodeFactory.instance.arrayNode();
    for (SettingValue setting : settings.values()) {
      ObjectNode node = all.addObject();
      node.put("name", setting.name());
      node.put("value", setting.value().orElse(null));
      node.put("default", setting.fallback().orElse(null));
      node.put("origin", setting.origin());
      node.put("variable", setting.env());
      node.put("description", setting.description());
    }
    return all;
  }
}
