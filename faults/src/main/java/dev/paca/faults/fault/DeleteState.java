package dev.paca.faults.fault;

import dev.paca.faults.installation.Instance;

/** A disk is lost; the stores come back from their changelogs. */
final class DeleteState implements Fault {
  @Override
  public String name() {
    return "delete-state";
  }

  @Override
  public String what() {
    return "one instance is killed or stopped and comes back without its state folder";
  }

  @Override
  public int times() {
    return 2;
  }

  @Override
  public void strike(Scene scene) {
    Instance hit = scene.anyone();
    if (scene.dice().nextBoolean()) {
      hit.kill();
    } else {
      hit.stop();
    }
    hit.state().delete();
    hit.start();
  }
}
