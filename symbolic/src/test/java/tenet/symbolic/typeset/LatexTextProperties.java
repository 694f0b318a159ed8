package tenet.symbolic.typeset;

import static org.junit.jupiter.api.Assertions.assertTrue;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;

class LatexTextProperties {
    @Property(tries = 500)
    void escaped_text_is_ascii_with_balanced_braces_and_dollars(@ForAll String text) {
        String latex = LatexText.escape(text);
        assertTrue(latex.chars().allMatch(c -> c >= ' ' && c < 0x7f), latex);
        int depth = 0;
        boolean math = false;
        for (int i = 0; i < latex.length(); i++) {
            char c = latex.charAt(i);
            if (c == '\\') i++;
            else if (c == '{') depth++;
            else if (c == '}') assertTrue(--depth >= 0, latex);
            else if (c == '$') math = !math;
            else assertTrue("%&#~".indexOf(c) < 0 || c == '~' && text.indexOf('\u00a0') >= 0, latex);
        }
        assertTrue(depth == 0 && !math, latex);
    }
}
