package tenet.properties.mutation;

import java.util.ArrayDeque;
import java.util.Collection;
import java.util.Deque;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import tenet.symbolic.claim.Claim;
import tenet.symbolic.claim.Derivation;
import tenet.symbolic.kernel.Certificate;
import tenet.theorems.Library;
import tenet.theorems.Source;

/** The claims that files consist of and speak of: in their stored derivations, in their authors' arguments, and in those of what is cited there. */
final class Citations {
    private final Set<String> ids = new LinkedHashSet<>();
    private final Deque<Source.Entry> open = new ArrayDeque<>();
    private final Library library;

    private Citations(Library library) {
        this.library = library;
    }

    /** The ids, those of the files' own claims included. */
    static Set<String> of(Library library, Collection<Source> sources) {
        Citations citations = new Citations(library);
        for (Source source : sources) source.document().claims().forEach(claim -> citations.add(new Source.Entry(source, claim)));
        while (!citations.open.isEmpty()) citations.follow(citations.open.remove());
        return Set.copyOf(citations.ids);
    }

    private void add(Source.Entry entry) {
        if (ids.add(entry.claim().id())) open.add(entry);
    }

    private void follow(Source.Entry entry) {
        Claim claim = entry.claim();
        Optional<Certificate> stored = entry.source().certificate(claim.id());
        stored.ifPresent(certificate -> certificate.steps().forEach(step -> step.label().ifPresent(label -> cite(entry.source(), label))));
        follow(entry.source(), claim.derivation());
    }

    private void cite(Source source, String id) {
        library.resolve(source, id).ifPresent(this::add);
    }

    private void follow(Source source, List<Derivation> derivation) {
        for (Derivation part : derivation)
            switch (part) {
                case Derivation.Have have -> {
                    reasons(source, have.reasons());
                    follow(source, have.inner());
                }
                case Derivation.Cases cases -> cases.cases().forEach(one -> follow(source, one.inner()));
                case Derivation.Calc calc -> calc.steps().forEach(step -> reasons(source, step.reasons()));
                case Derivation.By by -> reasons(source, by.reasons());
            }
    }

    private void reasons(Source source, List<Derivation.Reason> reasons) {
        for (Derivation.Reason reason : reasons) if (reason instanceof Derivation.Reason.Fact fact) cite(source, fact.name());
    }
}
