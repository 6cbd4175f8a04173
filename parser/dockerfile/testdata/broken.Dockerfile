RUN early
FROM debian:12
ENV ONLY
RUN ["a", 1]
FORM alpine
COPY one
RUN if then
RUN for x in a b; do echo "$x$y" ${z:-q}; done; V=1; pip install "foo==$V"
EXPOSE "ü" 80
RUN <<EOF
never ends
