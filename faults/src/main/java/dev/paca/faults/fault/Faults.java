package dev.paca.faults.fault;

import java.util.List;

/** All faults, in the order in which they strike. */
public final class Faults {
  private Faults() {}

  public static List<Fault> all() {
    return List.of(
        new KillInstance(),
        new FreezeInstance(),
        new CutNetwork(),
        new ResetNetwork(),
        new Scale(),
        new RollingRestart(),
        new DeleteState(),
        new DamageState(),
        new KillBroker(),
        new BounceBrokers(),
        new KillRegistry(),
        new KillAllInstances());
  }

  /** The same fault, striking once. */
  public static Fault once(Fault fault) {
    return new Fault() {
      @Override
      public String name() {
        return fault.name();
      }

      @Override
      public String what() {
        return fault.what();
      }

      @Override
      public void strike(Scene scene) throws InterruptedException {
        fault.strike(scene);
      }
    };
  }

  /** The few by which a change is tried quickly, on one broker. */
  public static List<Fault> few() {
    return List.of(new KillInstance(), new FreezeInstance(), new DeleteState());
  }
}
