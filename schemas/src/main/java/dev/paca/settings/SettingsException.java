package dev.paca.settings;

import java.util.List;

/** Everything that is wrong with the configuration, a sentence each. */
public final class SettingsException extends RuntimeException {
  private static final long serialVersionUID = 1L;
  private final List<String> problems;

  public SettingsException(List<String> problems) {
    super(String.join("\n", problems));
    this.problems = List.copyOf(problems);
  }

  /** What was wrong, where, and what would be right; at least one. */
  public List<String> problems() {
    return problems;
  }
}
