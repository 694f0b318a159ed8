package tenet.properties.check;

import java.util.List;
import tenet.symbolic.claim.Claim;
import tenet.symbolic.formula.Statement;
import tenet.symbolic.kernel.Certificate;
import tenet.symbolic.kernel.Checker;
import tenet.symbolic.search.Prover;
import tenet.theorems.Evidence;

/** The kernel's checker, the search and the falsifier. */
public final class StandardMethods implements Methods {
    @Override
    public Checker.Result check(Statement statement, Certificate certificate, Known known) {
        return new Checker(known.lemmas(), known.theorems()).check(statement, certificate);
    }

    @Override
    public Prover.Outcome prove(Claim claim, Known known) {
        return new Prover(known.lemmas(), known.theorems()).prove(claim);
    }

    @Override
    public List<Evidence> attack(Claim claim, long seed, int tries) {
        throw new IllegalStateException("under construction");
    }
}
