FROM debian:12
RUN <<EOF
set -e
apt-get update
apt-get install -y \
  curl
EOF
RUN <<-PY
	#!/usr/bin/env python3
	print("hi")
	PY
RUN bash -e <<EOF
cd /tmp
make
EOF
COPY <<EOF /etc/motd
Hello ${USER}
EOF
RUN curl -fsSL https://example.com/i.sh | sudo -E bash -s -- --yes
RUN sh -c "$(curl https://example.com/i.sh)" && bash -c 'pip install flask'
