[#ftl output_format="LaTeX"]
[#macro line shown][#if shown.latex()?has_content]$[=shown.latex()]$[#else]\tenetcode{[=shown.text()]}[/#if][/#macro]
% Written by tenet report; needs amsmath and tenet.sty.
[=statement]
\tenetverdict{[=verdict]}{[#if summary?has_content]: [=summary][/#if]}
[#if instance??]
\begingroup\emergencystretch=5em
\par\smallskip\noindent It fails at
\begin{tenetinstance}
[#list instance.values() as value]
\item [@line value/]
[/#list]
\end{tenetinstance}
\noindent where
\begin{tenetinstance}
[#list instance.sides() as side]
\item [@line side/]
[/#list]
\end{tenetinstance}
{\small\noindent Certified by [=instance.certified()].\par}
\endgroup
[/#if]
[#if derivation??]
[=derivation]
[/#if]
