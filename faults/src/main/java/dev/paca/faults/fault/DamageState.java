package dev.paca.faults.fault;

import dev.paca.faults.installation.Instance;
import dev.paca.faults.installation.StateFolder.Damage;

/** A disk keeps its files, but not what was in them. */
final class DamageState implements Fault {
  private int strikes;

  @Override
  public String name() {
    return "damage-state";
  }

  @Override
  public String what() {
    return "stores of a stopped instance are overwritten, cut, or lose tables or bookkeeping";
  }

  @Override
  public int times() {
    return Damage.values().length;
  }

  @Override
  public void strike(Scene scene) {
    Damage damage = Damage.values()[strikes++ % Damage.values().length];
    Instance hit = scene.anyone();
    // Only what was closed cleanly is trusted at the next start.
    hit.stop();
    hit.state().damage(damage, scene.dice());
    hit.start();
  }
}
