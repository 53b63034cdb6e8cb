@echo off
rem KM Motos: one command for everything. `km help` lists what it can do.
setlocal enabledelayedexpansion
set "HERE=%~dp0"
set "TARGET=%HERE%installers\target"
set "COMMAND=%~1"
if "%COMMAND%"=="" set "COMMAND=help"

if "%COMMAND%"=="demo" set "MAIN=kmmotos.installers.demo.Demo"
if "%COMMAND%"=="server" set "MAIN=kmmotos.server.ServerApp"
if "%COMMAND%"=="till" set "MAIN=kmmotos.desktop.Launcher"
if "%COMMAND%"=="rebuild-from-journal" set "MAIN=kmmotos.installers.till.RebuildFromJournal"
if "%COMMAND%"=="replay" set "MAIN=kmmotos.installers.replay.Replay"
if "%MAIN%"=="" goto :help

set "JDK="
for %%J in ("%JAVA_HOME%" "%ProgramFiles%\Eclipse Adoptium\jdk-25*" "%ProgramFiles%\Java\jdk-25*" "%ProgramFiles%\Microsoft\jdk-25*") do call :try "%%~J"
for /d %%J in ("%ProgramFiles%\Eclipse Adoptium\jdk-25*" "%ProgramFiles%\Java\jdk-25*" "%ProgramFiles%\Microsoft\jdk-25*") do call :try "%%~J"
if "%JDK%"=="" (
  echo KM Motos needs JDK 25. Install it from https://adoptium.net/temurin/releases/?version=25 and set JAVA_HOME to it. 1>&2
  exit /b 3
)

powershell -NoProfile -Command "$s='%TARGET%\km.stamp'; if (-not (Test-Path $s)) { exit 1 }; $t=(Get-Item $s).LastWriteTime; $n=Get-ChildItem -Recurse -File '%HERE%common-model\src\main','%HERE%desktop-client\src\main','%HERE%sync-server\src\main','%HERE%installers\src\main' | Where-Object { $_.LastWriteTime -gt $t } | Select-Object -First 1; if ($n) { exit 1 }"
if errorlevel 1 (
  echo Building KM Motos ^(only after a change; some minutes the first time^) ... 1>&2
  set "JAVA_HOME=%JDK%"
  pushd "%HERE%"
  call mvnw.cmd -q -DskipTests -Dspotless.check.skip package || (popd & echo The build failed. 1>&2 & exit /b 4)
  popd
  type nul > "%TARGET%\km.stamp"
)

set "ARGUMENTS="
:arguments
shift
if not "%~1"=="" set "ARGUMENTS=%ARGUMENTS% %1" & goto :arguments
echo -cp > "%TARGET%\km.args"
powershell -NoProfile -Command "$c=(Get-Content -Raw '%TARGET%\km.classpath').Trim().Replace('\','\\'); Add-Content '%TARGET%\km.args' ('\"' + '%TARGET%\classes;'.Replace('\','\\') + $c + '\"')"
"%JDK%\bin\java" --enable-native-access=ALL-UNNAMED --sun-misc-unsafe-memory-access=allow @"%TARGET%\km.args" %MAIN% %ARGUMENTS%
exit /b %errorlevel%

:try
if exist "%~1\bin\javac.exe" findstr /b /c:"JAVA_VERSION=\"25" "%~1\release" >nul 2>&1 && if "%JDK%"=="" set "JDK=%~1"
exit /b 0

:help
echo Usage: km ^<command^> [options]
echo   demo      a sample chain of three shops: server, catalogue, one till window ready to sell
echo   server    the server; its database is in the data folder unless KM_DATABASE_URL names another
echo   till      a till; at its first start it asks for the server's address and an enrolment code
echo   rebuild-from-journal   makes a till's database anew from its journal
echo   replay    feeds a file of real invoices through tills and server and compares the sums
echo   help      this text
echo Packages are made on Linux: see docs/packages.md.
if "%COMMAND%"=="help" exit /b 0
echo km: there is no command '%COMMAND%'. 1>&2
exit /b 2
