package dev.paca.streams.page;

import java.util.List;

/**
 * A page instead of a view: what does not exist or cannot be shown, and what exists.
 *
 * @param status HTTP status
 * @param choices what exists, as links
 */
public record Notice(int status, String title, String text, List<Choice> choices) {

  /** Something that exists. */
  public record Choice(String name, String href) {}
}
