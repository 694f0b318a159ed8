package tenet.reports.command;

import java.util.Optional;
import java.util.List;
import tenet.properties.check.Check;
import tenet.properties.check.Methods;
import tenet.properties.replay.CounterexampleFolder;
import tenet.symbolic.claim.Claim;
import tenet.theorems.Counterexample;
import tenet.theorems.InstanceBlock;

/** {@code tenet check --replay}: the instances of a file and of the folder beside it, judged again. */
final class Replays {
    private final Console console;
    private final Methods methods;

    Replays(Console console, Methods methods) {
        this.console = console;
        this.methods = methods;
    }

    /** @return the exit status: short when a claim that is not meant to be false is still violated */
    int run(List<Check.Selection> selections, double horizon) {
        int instances = 0;
        int violated = 0;
        for (Check.Selection selection : selections)
            for (InstanceBlock block : CounterexampleFolder.instances(selection.source())) {
                Optional<Claim> claim = selection.claims().stream().filter(one -> one.id().equals(block.claim())).findFirst();
                if (claim.isEmpty()) {
                    if (selection.source().claim(block.claim()).isEmpty()) console.err().println(block.place() + ": there is no claim " + block.claim());
                    continue;
                }
                instances++;
                Methods.Replayed replayed = methods.replay(claim.get(), block, horizon);
                boolean meant = claim.get().kind() == Claim.Kind.FALSE_CLAIM;
                if (replayed.counterexample().isPresent() && !meant) violated++;
                String mark = replayed.counterexample().isPresent() && !meant ? console.colours().bad("! ") : "  ";
                console.out().println(mark + block.claim() + "  " + block.place() + "  "
                        + replayed.counterexample().map(Replays::sides).orElse("no counterexample: " + replayed.told()));
            }
        console.out().println(instances + (instances == 1 ? " instance, " : " instances, ") + violated
                + (violated == 1 ? " violates" : " violate") + " a claim that is not meant to be false");
        return violated == 0 ? Exit.MET : Exit.SHORT;
    }

    private static String sides(Counterexample counterexample) {
        return "violated: " + String.join(" against ", counterexample.sides().stream().map(Counterexample.Binding::toString).toList());
    }
}
