package dev.paca.streams.group;

/** The group cannot be joined as it is; the message is meant for the operator. */
public final class GroupRefused extends RuntimeException {
  private static final long serialVersionUID = 1L;

  GroupRefused(String message) {
    super(message);
  }
}
