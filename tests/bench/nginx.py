"""nginx with one file, beside every answer of ours: no server that does anything does less."""
from running import PLACE, Running

PORT = 18090


def serving():
    """The server, and the folder whose files it sends."""
    folder = PLACE / "nginx"
    files = folder / "files"
    files.mkdir(parents=True, exist_ok=True)
    (files / "healthz").write_text("ok\n")
    config = folder / "nginx.conf"
    config.write_text(f"""daemon off; master_process off; pid {folder}/pid; error_log {folder}/error.log;
events {{ worker_connections 1024; }}
http {{ access_log off; sendfile on; keepalive_requests 1000000; open_file_cache max=100; client_body_temp_path {folder}/body;
  proxy_temp_path {folder}/p; fastcgi_temp_path {folder}/f; uwsgi_temp_path {folder}/u; scgi_temp_path {folder}/s;
  server {{ listen 127.0.0.1:{PORT}; root {files}; }} }}
""")
    return Running(["/usr/sbin/nginx", "-c", config], PORT, folder / "log"), files
