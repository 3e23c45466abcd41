package io.orgstead.testkit.architecture;

import com.tngtech.archunit.core.domain.AccessTarget;
import com.tngtech.archunit.core.domain.JavaAccess;
import com.tngtech.archunit.core.domain.JavaClass;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.Temporal;
import java.util.Date;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ThreadLocalRandom;
import java.util.random.RandomGenerator;

/** What makes code answer differently from run to run, so that only some places may ask for it. */
public enum Impurity {
    /** The date and time of the machine: {@link Instant#now()}, {@link System#currentTimeMillis()} and the like. */
    WALL_CLOCK {
        @Override
        boolean isAskedBy(AccessTarget target) {
            return isCall(target, System.class, "currentTimeMillis")
                    || isCall(target, Clock.class, "system", "systemUTC", "systemDefaultZone")
                    || isCall(target, Clock.class, "tickMillis", "tickSeconds", "tickMinutes")
                    || isCall(target, InstantSource.class, "system")
                    || (isNamed(target, "now")
                            && isWithoutClock(target)
                            && owner(target).isAssignableTo(Temporal.class))
                    || (isNamed(target, "<init>")
                            && isWithoutClock(target)
                            && owner(target).isEquivalentTo(Date.class));
        }
    },
    /** The time that has passed: {@link System#nanoTime()}. */
    MONOTONIC_CLOCK {
        @Override
        boolean isAskedBy(AccessTarget target) {
            return isCall(target, System.class, "nanoTime");
        }
    },
    /** Environment variables and system properties. */
    ENVIRONMENT {
        @Override
        boolean isAskedBy(AccessTarget target) {
            return isCall(target, System.class, "getenv", "getProperty", "getProperties", "setProperty")
                    || isCall(target, Boolean.class, "getBoolean")
                    || isCall(target, Integer.class, "getInteger")
                    || isCall(target, Long.class, "getLong");
        }
    },
    /** Random numbers and identifiers, secure or not. */
    RANDOMNESS {
        @Override
        boolean isAskedBy(AccessTarget target) {
            return isCall(target, Math.class, "random")
                    || isCall(target, UUID.class, "randomUUID")
                    || isCall(target, RandomGenerator.class, "getDefault", "of")
                    || isCall(target, SecureRandom.class, "getInstance", "getInstanceStrong")
                    || isCall(target, ThreadLocalRandom.class, "current")
                    || (isNamed(target, "<init>") && owner(target).isAssignableTo(RandomGenerator.class));
        }
    };

    abstract boolean isAskedBy(AccessTarget target);

    boolean isAskedBy(JavaAccess<?> access) {
        return isAskedBy(access.getTarget());
    }

    private static JavaClass owner(AccessTarget target) {
        return target.getOwner();
    }

    private static boolean isNamed(AccessTarget target, String name) {
        return target.getName().equals(name);
    }

    private static boolean isCall(AccessTarget target, Class<?> owner, String... names) {
        return owner(target).isEquivalentTo(owner) && Set.of(names).contains(target.getName());
    }

    /** An instant that is made of a given clock, or of given numbers, is no reading of the machine's clock. */
    private static boolean isWithoutClock(AccessTarget target) {
        return target instanceof AccessTarget.CodeUnitAccessTarget codeUnit
                && codeUnit.getRawParameterTypes().stream()
                        .noneMatch(type -> type.isAssignableTo(InstantSource.class) || type.isPrimitive());
    }
}
