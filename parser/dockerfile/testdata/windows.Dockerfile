# escape=`
FROM mcr.microsoft.com/windows/servercore:ltsc2022
SHELL ["powershell", "-Command", "$ErrorActionPreference = 'Stop';"]
RUN Invoke-WebRequest `
    -Uri https://example.com/x.msi `
    -OutFile C:\x.msi
WORKDIR C:\app
COPY app.exe C:\app\
FROM mcr.microsoft.com/windows/nanoserver:ltsc2022
RUN dir
USER ContainerAdministrator
SHELL ["bash", "-eo", "pipefail", "-c"]
RUN ls | wc
